//! The contract, answered. Each method only hands on; a panic on the way becomes a fault, not a dead window.

use std::panic::{AssertUnwindSafe, catch_unwind};

use contract::*;
use matter::docket::DocketNumber;
use matter::policy::Policy;
use matter::timeline::TimelineLine;

use crate::faults::fault;
use crate::{Desk, hold};

impl Desk {
    /// Runs a command's body; a panic becomes `internal` with a reference that the log has too.
    fn answer<T>(&self, name: &str, body: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
        catch_unwind(AssertUnwindSafe(body)).unwrap_or_else(|_| {
            let reference = self.new_id().map(|id| id.to_string()).unwrap_or_default();
            tracing::error!(command = name, reference, "a command panicked");
            Err(Fault::Internal { reference })
        })
    }
}

impl Commands for Desk {
    fn session(&self, _request: Empty) -> Result<SessionView, Fault> {
        self.answer("session", || self.session_view())
    }

    fn pick_folder(&self, request: PickFilesRequest) -> Result<Option<Picked>, Fault> {
        self.answer("pick_folder", || {
            let picked = self.surroundings.dialogs.folder(request.purpose);
            picked.map(|path| self.offer_path(&path, None)).transpose()
        })
    }

    fn pick_files(&self, request: PickFilesRequest) -> Result<Vec<Picked>, Fault> {
        self.answer("pick_files", || {
            self.surroundings.dialogs.files(request.purpose).iter().map(|path| self.offer(path)).collect()
        })
    }

    fn create_register(&self, request: CreateRegisterRequest) -> Result<Created, Fault> {
        self.answer("create_register", || self.create(&request))
    }

    fn confirm_recovery_key(&self, request: ConfirmRecoveryRequest) -> Result<SessionView, Fault> {
        self.answer("confirm_recovery_key", || self.confirm_recovery(&request))
    }

    fn open_sample(&self, _request: Empty) -> Result<SessionView, Fault> {
        self.answer("open_sample", || self.open_the_sample())
    }

    fn open_register(&self, request: OpenRegisterRequest) -> Result<SessionView, Fault> {
        self.answer("open_register", || {
            let folder = self.register_folder(&request.folder)?;
            self.open_path(&folder)
        })
    }

    fn close_register(&self, _request: Empty) -> Result<SessionView, Fault> {
        self.answer("close_register", || {
            self.close_session();
            self.session_view()
        })
    }

    fn unlock(&self, request: UnlockRequest) -> Result<SessionView, Fault> {
        self.answer("unlock", || self.unlock_for(&request))
    }

    fn accept_head(&self, request: AcceptHeadRequest) -> Result<SessionView, Fault> {
        self.answer("accept_head", || self.accept_the_head(&request))
    }

    fn open_damaged(&self, request: UnlockRequest) -> Result<SessionView, Fault> {
        self.answer("open_damaged", || self.open_damaged_for(&request))
    }

    fn quarantine(&self, _request: Empty) -> Result<Quarantined, Fault> {
        self.answer("quarantine", || self.copy_as_it_is())
    }

    fn lock(&self, _request: Empty) -> Result<SessionView, Fault> {
        self.answer("lock", || {
            self.lock_session();
            self.session_view()
        })
    }

    fn recover(&self, request: RecoverRequest) -> Result<SessionView, Fault> {
        self.answer("recover", || self.recover_for(&request))
    }

    fn change_passphrase(&self, request: ChangePassphraseRequest) -> Result<Empty, Fault> {
        self.answer("change_passphrase", || self.change_passphrase_for(&request).map(|()| Empty {}))
    }

    fn queue(&self, request: QueueRequest) -> Result<QueuePage, Fault> {
        self.answer("queue", || self.queue_page(&request))
    }

    fn queue_counts(&self, _request: Empty) -> Result<QueueCounts, Fault> {
        self.answer("queue_counts", || self.count_views())
    }

    fn demand(&self, request: DemandRequest) -> Result<Box<DemandView>, Fault> {
        self.answer("demand", || self.show_demand(&request).map(Box::new))
    }

    fn act(&self, request: ActRequest) -> Result<Done, Fault> {
        self.answer("act", || self.perform(&request))
    }

    fn attach(&self, request: AttachRequest) -> Result<AttachReply, Fault> {
        self.answer("attach", || self.attach_file(&request))
    }

    fn attach_part(&self, request: AttachPartRequest) -> Result<AttachPartReply, Fault> {
        self.answer("attach_part", || self.attach_part_of(&request))
    }

    fn export_document(&self, request: ExportRequest) -> Result<bool, Fault> {
        self.answer("export_document", || self.export_asked(&request))
    }

    fn paper(&self, request: PaperRequest) -> Result<PaperLook, Fault> {
        self.answer("paper", || self.look_at_paper(&request))
    }

    fn pages(&self, request: PagesRequest) -> Result<PagesLook, Fault> {
        self.answer("pages", || self.look_at_pages(&request))
    }

    fn page_text(&self, request: PageTextRequest) -> Result<PageTextLook, Fault> {
        self.answer("page_text", || self.look_at_text(&request.paper, request.page))
    }

    fn suggestions(&self, request: SuggestionsRequest) -> Result<SuggestionsLook, Fault> {
        self.answer("suggestions", || self.suggest(&request))
    }

    fn search(&self, request: SearchRequest) -> Result<SearchFound, Fault> {
        self.answer("search", || self.find(&request))
    }

    fn reading(&self, _request: Empty) -> Result<ReadingView, Fault> {
        self.answer("reading", || self.show_reading())
    }

    fn pause_reading(&self, request: PauseReadingRequest) -> Result<ReadingView, Fault> {
        self.answer("pause_reading", || self.pause_or_go_on(request))
    }

    fn read_again(&self, request: ReadAgainRequest) -> Result<ReadingView, Fault> {
        self.answer("read_again", || self.have_read_again(request))
    }

    fn cancel(&self, request: JobRequest) -> Result<Empty, Fault> {
        self.answer("cancel", || self.stop_job(&request.job).map(|()| Empty {}))
    }

    fn timeline(&self, request: TimelineRequest) -> Result<Vec<TimelineLine>, Fault> {
        self.answer("timeline", || self.show_timeline(&request))
    }

    fn letter(&self, request: LetterRequest) -> Result<LetterView, Fault> {
        self.answer("letter", || self.show_letter(&request))
    }

    fn people(&self, _request: Empty) -> Result<PeopleView, Fault> {
        self.answer("people", || self.show_people())
    }

    fn add_person(&self, request: AddPersonRequest) -> Result<PeopleView, Fault> {
        self.answer("add_person", || self.add(&request))
    }

    fn remove_person(&self, request: RemovePersonRequest) -> Result<RemovedPerson, Fault> {
        self.answer("remove_person", || self.remove(&request))
    }

    fn policy(&self, _request: Empty) -> Result<Policy, Fault> {
        self.answer("policy", || self.started()?.policy())
    }

    fn law(&self, _request: Empty) -> Result<LawTables, Fault> {
        self.answer("law", || {
            Ok(LawTables { courts: self.law.courts.all().to_vec(), courts_as_of: self.law.courts.as_of.to_string() })
        })
    }

    fn read_docket_number(&self, request: ReadDocketRequest) -> Result<DocketNumber, Fault> {
        self.answer("read_docket_number", || Ok(DocketNumber::new(request.raw)))
    }

    fn backups(&self, _request: Empty) -> Result<Vec<Backup>, Fault> {
        self.answer("backups", || self.list_backups())
    }

    fn back_up(&self, request: BackUpRequest) -> Result<Backup, Fault> {
        self.answer("back_up", || self.make_backup(&request))
    }

    fn backup_people(&self, request: BackupPeopleRequest) -> Result<Vec<LockScreenPerson>, Fault> {
        self.answer("backup_people", || self.who_opens(&request.backup))
    }

    fn look_at_backup(&self, request: LookAtBackupRequest) -> Result<RestorePlan, Fault> {
        self.answer("look_at_backup", || self.look_at(&request))
    }

    fn restore(&self, request: RestoreRequest) -> Result<SessionView, Fault> {
        self.answer("restore", || self.restore_backup(&request))
    }

    fn verify(&self, _request: Empty) -> Result<VerifyReport, Fault> {
        self.answer("verify", || self.verify_register())
    }

    fn load_draft(&self, request: DraftKey) -> Result<Option<Draft>, Fault> {
        self.answer("load_draft", || {
            let open = self.started()?;
            let kept = open.register.draft(open.person, &request.key).map_err(fault)?;
            Ok(kept
                .and_then(|kept| serde_json::from_slice(&kept.body).ok().map(|value| Draft { key: kept.name, value })))
        })
    }

    fn save_draft(&self, request: Draft) -> Result<Empty, Fault> {
        self.answer("save_draft", || {
            let open = self.writable()?;
            let body = serde_json::to_vec(&request.value).map_err(|_| Fault::internal("draft"))?;
            open.register.save_draft(open.person, &request.key, &body, self.now()).map_err(fault)?;
            Ok(Empty {})
        })
    }

    fn drop_draft(&self, request: DraftKey) -> Result<Empty, Fault> {
        self.answer("drop_draft", || {
            let open = self.writable()?;
            open.register.drop_draft(open.person, &request.key).map_err(fault)?;
            Ok(Empty {})
        })
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let place = std::mem::replace(&mut *hold(&self.place), crate::session::Place::Nowhere);
        if let crate::session::Place::Open(open) = place
            && open.register.close().is_err()
        {
            tracing::warn!("the register closed with a fault; what was acknowledged is kept");
        }
    }
}
