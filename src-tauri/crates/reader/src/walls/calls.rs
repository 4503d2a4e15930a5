//! seccomp: the system calls that a thread which reads, computes and writes still needs. A list of what is allowed, so that
//! a call nobody thought of is denied. What is not on it answers "not permitted" and does not kill: a new libc may *try* a
//! call it can do without, and a paper must not become unreadable by that; to an attacker both are the same wall.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen as Length, SeccompCmpOp as Is, SeccompCondition as Where,
    SeccompFilter, SeccompRule, TargetArch, apply_filter, apply_filter_all_threads,
};

/// Calls that are allowed whatever their arguments: memory without execution (see below), waiting for the other thread,
/// signals to oneself about oneself, time, and ending.
const FREE: &[i64] = &[
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_getrandom,
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_restart_syscall,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// What a program needs besides, that must load its libraries and read its data before it reads, computes and writes.
const TO_LOAD: &[i64] = &[
    libc::SYS_execve,
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_lseek,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_newfstatat,
    libc::SYS_faccessat,
    libc::SYS_readlinkat,
    libc::SYS_getcwd,
    libc::SYS_uname,
    libc::SYS_sysinfo,
    libc::SYS_sched_getaffinity,
    libc::SYS_set_tid_address,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_ppoll,
    // Older names of the same, which this processor's libc still uses.
    #[cfg(target_arch = "x86_64")]
    libc::SYS_access,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_readlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_arch_prctl,
];

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Raises the filters for all threads of this process, for ever.
pub(super) fn allow_only_what_is_needed() -> Result<(), Error> {
    // Two filters, because one has one answer. This one first: the other takes away the call that raises filters.
    apply_filter_all_threads(&absent()?)?;
    apply_filter_all_threads(&denying(needed()?)?)
}

/// Raises the filters for the one thread there is and for the program that it becomes: files can be opened to be read,
/// and libraries loaded. Which files, Landlock says.
pub(super) fn allow_a_program() -> Result<(), Error> {
    let absent = absent()?;
    let needed = denying(loading()?)?;
    apply_filter(&absent)?;
    apply_filter(&needed)
}

/// glibc falls back from clone3 only if it "is not there", and then finds clone denied.
fn absent() -> Result<BpfProgram, Error> {
    let none = SeccompAction::Errno(libc::ENOSYS.unsigned_abs());
    filter([(libc::SYS_clone3, vec![])].into(), SeccompAction::Allow, none)
}

fn denying(rules: Rules) -> Result<BpfProgram, Error> {
    filter(rules, SeccompAction::Errno(libc::EPERM.unsigned_abs()), SeccompAction::Allow)
}

fn filter(rules: Rules, otherwise: SeccompAction, then: SeccompAction) -> Result<BpfProgram, Error> {
    let here = TargetArch::try_from(std::env::consts::ARCH)?;
    Ok(SeccompFilter::new(rules, otherwise, then, here)?.try_into()?)
}

fn needed() -> Result<Rules, Error> {
    let mut rules: Rules = FREE.iter().map(|call| (*call, vec![])).collect();
    // Denied by the other filter, with its own answer.
    rules.insert(libc::SYS_clone3, vec![]);
    rules.insert(libc::SYS_read, vec![only(0, Length::Dword, Is::Eq, 0)?]);
    let out =
        || -> Result<_, Error> { Ok(vec![only(0, Length::Dword, Is::Eq, 1)?, only(0, Length::Dword, Is::Eq, 2)?]) };
    rules.insert(libc::SYS_write, out()?);
    rules.insert(libc::SYS_writev, out()?);
    // No page that was ever written may be executed, nor any new one.
    let execution = u64::from(libc::PROT_EXEC.unsigned_abs());
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        rules.insert(call, vec![only(2, Length::Dword, Is::MaskedEq(execution), 0)?]);
    }
    // `abort` sends a signal to its own thread.
    let own = u64::from(std::process::id());
    rules.insert(libc::SYS_tgkill, vec![only(0, Length::Dword, Is::Eq, own)?]);
    Ok(rules)
}

fn loading() -> Result<Rules, Error> {
    let mut rules = needed()?;
    rules.extend(TO_LOAD.iter().map(|call| (*call, vec![])));
    // To read, never to write or make.
    let writing = u64::from((libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC).unsigned_abs());
    rules.insert(libc::SYS_openat, vec![only(2, Length::Dword, Is::MaskedEq(writing), 0)?]);
    // What is executed comes from a file, or is not executed; see `needed` for `mprotect`.
    let execution = u64::from(libc::PROT_EXEC.unsigned_abs());
    let of_no_file = u64::from(libc::MAP_ANONYMOUS.unsigned_abs());
    let either =
        vec![only(2, Length::Dword, Is::MaskedEq(execution), 0)?, only(3, Length::Dword, Is::MaskedEq(of_no_file), 0)?];
    rules.insert(libc::SYS_mmap, either);
    // To ask for its own limits, never to set any: the new ones are no pointer.
    rules.insert(libc::SYS_prlimit64, vec![only(2, Length::Qword, Is::Eq, 0)?]);
    Ok(rules)
}

fn only(argument: u8, length: Length, is: Is, value: u64) -> Result<SeccompRule, Error> {
    Ok(SeccompRule::new(vec![Where::new(argument, length, is, value)?])?)
}
