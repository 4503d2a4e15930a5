# Cada error: qué pasó, qué está a salvo, qué hacer.
fault-locked-happened = El registro está bloqueado.
fault-locked-safe = Todo lo guardado antes está en el registro. No se cambió nada.
fault-locked-todo = Desbloquéelo y hágalo de nuevo.
fault-no-register-happened = No hay ningún registro abierto.
fault-no-register-safe = No se cambió nada.
fault-no-register-todo = Elija un registro o cree uno nuevo.
fault-wrong-passphrase-happened = Esa frase de contraseña o clave no abre este registro.
fault-wrong-passphrase-safe = El registro está como estaba y sigue bloqueado.
fault-wrong-passphrase-todo = Revise qué persona está elegida y la tecla Bloq Mayús, y escríbala de nuevo.
fault-recovery-key-differs-happened = Lo que escribió no es la clave de recuperación que se mostró.
fault-recovery-key-differs-safe = El registro existe; empieza cuando se haya vuelto a escribir la clave.
fault-recovery-key-differs-todo = Compárela grupo por grupo con su hoja y escríbala de nuevo.
fault-not-found-happened = Lo que pidió no está en este registro.
fault-not-found-safe = No se cambió nada.
fault-not-found-todo = Vuelva a la lista y elija de nuevo.
fault-refused-happened = Esto no se registró.
fault-refused-safe = No se cambió nada. Lo que escribió sigue aquí.
fault-refused-todo = Corrija lo que se indica y hágalo de nuevo.
fault-conflict-happened = Otra persona cambió esto después de que usted lo abriera. Lo suyo no se registró.
fault-conflict-safe = El cambio de la otra persona está guardado. Lo que usted escribió sigue aquí.
fault-conflict-todo = Mire el estado más reciente y, si todavía procede, hágalo de nuevo.
fault-op-reused-happened = Esto se envió dos veces con contenido distinto. La segunda no se registró.
fault-op-reused-safe = Lo que se registró la primera vez se mantiene.
fault-op-reused-todo = Mire la cronología y, si falta, hágalo de nuevo.
fault-head-differs-happened = El registro no contiene la última anotación que este equipo vio en él, o este equipo aún no vio ninguna.
fault-head-differs-safe = No se cambió nada. La nota de lo último que se vio se conserva.
fault-head-differs-todo = Restaure una copia de seguridad verificada, o que alguien de administración diga qué ocurrió y siga.
fault-read-only-happened = Este registro está dañado y abierto solo para leer. Lo suyo no se registró.
fault-read-only-safe = No se escribió nada en él.
fault-read-only-todo = Guarde los documentos que necesite; después bloquee y restaure la última copia de seguridad buena.
fault-store-too-new-happened = Este registro lo escribió un programa más nuevo.
fault-store-too-new-safe = No se abrió ni se cambió.
fault-store-too-new-todo = Instale el programa más nuevo y ábralo de nuevo.
fault-store-damaged-happened = Este registro está dañado.
fault-store-damaged-safe = Nada se borró ni se reparó por sí solo. Sus copias de seguridad están como estaban.
fault-store-damaged-todo = Copie su carpeta y después restaure la última copia de seguridad buena.
fault-register-in-use-happened = Otro programa tiene abierto este registro (proceso { $pid }).
fault-register-in-use-safe = No se abrió dos veces. No se cambió nada.
fault-register-in-use-todo = Cierre la otra ventana u orden y vuelva a intentarlo.
fault-register-exists-happened = En esta carpeta ya hay un registro con ese nombre.
fault-register-exists-safe = No se tocó.
fault-register-exists-todo = Elija otro nombre u otra carpeta, o abra el que ya está.
fault-not-a-register-happened = Esa carpeta no contiene ningún registro.
fault-not-a-register-safe = No se cambió nada en ella.
fault-not-a-register-todo = Elija una carpeta cuyo nombre termine en .register.
fault-no-space-happened = { $known ->
    [yes] El disco está lleno: quedan { $free } libres.
   *[no] El disco está lleno.
  }
fault-no-space-safe = Todo lo guardado antes está a salvo. Este último cambio no se registró.
fault-no-space-todo = Libere espacio y vuelva a intentarlo.
fault-network-share-happened = Esa carpeta está en una unidad de red ({ $kind }).
fault-network-share-safe = No se escribió nada allí.
fault-network-share-todo = Elija una carpeta de este equipo. Una base de datos en red puede dañarse si se corta la conexión.
fault-source-changed-happened = El archivo cambió mientras se leía.
fault-source-changed-safe = No se conservó nada de él.
fault-source-changed-todo = Espere a que deje de escribirse y adjúntelo de nuevo.
fault-source-unreadable-happened = No se pudo leer el archivo.
fault-source-unreadable-safe = No se conservó nada de él. El archivo mismo no se cambió.
fault-source-unreadable-todo = Revise que siga ahí y que usted pueda abrirlo, y adjúntelo de nuevo.
fault-target-unwritable-happened = No se pudo escribir el archivo allí.
fault-target-unwritable-safe = El documento está a salvo en el registro.
fault-target-unwritable-todo = Elija otra carpeta.
fault-clock-behind-happened = El reloj de este equipo está antes de la última anotación del registro ({ $last }).
fault-clock-behind-safe = No se registró nada con una hora equivocada.
fault-clock-behind-todo = Ajuste el reloj de este equipo y vuelva a intentarlo.
fault-file-rejected-happened = El archivo no se aceptó.
fault-file-rejected-safe = No se conservó nada de él. El archivo mismo no se cambió.
fault-file-rejected-todo = Mire los detalles y elija otro archivo.
fault-letter-incomplete-happened = { $count ->
    [one] A esta carta le falta 1 campo.
   *[other] A esta carta le faltan { $count } campos.
  }
fault-letter-incomplete-safe = El borrador se conserva.
fault-letter-incomplete-todo = Complete lo que se indica y vuelva a hacer la carta.
fault-undrawable-happened = Algunos caracteres no se pueden dibujar en la carta: { $characters }
fault-undrawable-safe = El borrador se conserva. No se hizo ninguna carta.
fault-undrawable-todo = Sustituya esos caracteres o adjunte el texto como archivo.
fault-cancelled-happened = Se detuvo.
fault-cancelled-safe = No se conservó nada de ello.
fault-cancelled-todo = Empiécelo de nuevo cuando quiera.
fault-request-happened = La ventana pidió algo que el programa no entiende.
fault-request-safe = No se cambió nada.
fault-request-todo = Reinicie el programa. Si vuelve a ocurrir, dé a soporte los detalles de abajo.
fault-internal-happened = Ocurrió algo que no debería ocurrir.
fault-internal-safe = Todo lo guardado antes está a salvo.
fault-internal-todo = Inténtelo de nuevo. Si vuelve a ocurrir, dé a soporte esta referencia: { $reference }

# Por qué no se admitió un acto.
problem-not-allowed = { $people ->
    [0] Para esto hace falta la función { $roles }. Nadie la tiene todavía.
   *[other] Para esto hace falta la función { $roles }. Pídaselo a { $who }.
  }
problem-required = Complete: { $field }.
problem-impossible = Este valor no puede ser: { $field }.
problem-in-future = Esto está en el futuro: { $field }.
problem-repeated = Esto aparece dos veces: { $field }.
problem-unknown = Esto no está en el registro: { $field }.
problem-wrong-step = El requerimiento está en otro paso: { $step }.
problem-recovery-key-not-confirmed = Todavía no se ha vuelto a escribir la clave de recuperación.
problem-counsel-records-non-disclosure = Solo el asesor jurídico registra que una orden o una ley prohíbe avisar. Regístrelo como alegado y el asesor jurídico decidirá.
problem-bound-by-order = Una orden verificada abarca esto y no se puede cambiar su nombre: { $field }. Añada una cuenta nueva.
problem-paper-cannot-order = Un documento de este tipo no ordena nada por sí mismo.
problem-paper-not-attached = Para verificar hace falta el documento mismo: adjúntelo primero.
problem-not-entered = Para verificar hace falta la fecha de asiento, o la confirmación de la secretaría de una orden sellada.
problem-judge-power-not-shown = No consta que este juez pudiera ordenar esto.
problem-not-a-district-court = El tribunal no es uno de los 94 tribunales federales de distrito.
problem-cells-not-named = Indique las cuentas y categorías que abarca la orden.
problem-point-not-held = Un punto de la comprobación no se cumple o no se respondió: { $point }.
problem-already-done = Esto ya se hizo. Corríjalo con un acto nuevo y un motivo.
problem-gate-closed = La compuerta está cerrada: { $reasons }.
problem-not-decided = El asesor jurídico no ha decidido divulgar esto.
problem-papers-act-on-it = Consta que documentos de este expediente actúan sobre este requerimiento.
problem-only-demand-of-docket = Es el único requerimiento de este expediente.
problem-notice-forbidden = Una orden judicial o una ley prohíbe avisar a este usuario.
problem-notice-held = Se alegó una orden que impide avisar: la carta espera al asesor jurídico.
problem-non-disclosure-end-unconfirmed = La orden de no divulgación terminó según el documento. El asesor jurídico debe decir que no se prorrogó.
problem-notice-undecided = Decida para cada cuenta si se avisa al usuario.
problem-notice-decided-against = Se decidió no avisar a este usuario.
problem-letter-not-for-this-paper = Esta carta dice que una agencia emitió el requerimiento y que ningún juez lo firmó. El documento anotado aquí es de otra clase, o su clase no está confirmada.
problem-orders-contradict = Las órdenes de los tribunales sobre esta cuenta se contradicen: primero, el asesor jurídico.
problem-author-approves = Debe aprobarla otro asesor jurídico: nadie aprueba su propia carta.
problem-facts-changed = Un dato de la carta cambió desde entonces: hágala de nuevo.
problem-not-approved = La carta no está aprobada.
problem-proof-missing = Falta la prueba del envío.
problem-counsel-grants-counsel = Solo un asesor jurídico otorga la función de asesor jurídico.
problem-last-of-role = Es la última persona con la función { $role }.
problem-pattern-unusable = Patrón { $number }: { $flaw }.
problem-too-many = { $field }: no más de { $most }.
problem-reason-missing = Diga por qué.

# Por qué está cerrada la compuerta; sin punto final, se unen.
closed-no-basis = no hay fundamento para divulgar
closed-instrument-not-confirmed = el tipo de documento no está confirmado
closed-conflicting-orders = hay órdenes contradictorias
closed-restrained = un tribunal ordenó no entregar
closed-stayed = la orden está suspendida
closed-restraint-claimed = alguien dice que un tribunal ordenó no entregar; aún no se ha comprobado
closed-notice-not-sent = todavía no se ha avisado al usuario
closed-notice-bounced = el aviso al usuario fue devuelto
closed-notice-window = el plazo del usuario corre hasta { $until }
closed-user-challenge = el usuario está impugnando el requerimiento
closed-conflict = el plazo o la impugnación del usuario pasa de la fecha de la orden: asesor jurídico de inmediato
closed-conflict-by = el plazo o la impugnación del usuario pasa de la fecha para cumplir ({ $by }): asesor jurídico de inmediato
closed-second-signature-missing = falta la segunda firma
closed-demand-closed = el requerimiento está cerrado

role-triage = recepción
role-counsel = asesor jurídico
role-letters = cartas
role-records = archivo
role-auditor = auditoría
role-administrator = administración

step-needs-triage = por clasificar
step-triaged = clasificado
step-with-counsel = con el asesor jurídico
step-returned = devuelto por el asesor jurídico
step-decided = decidido
step-closed = cerrado

order-point-district-court = nombra uno de los 94 tribunales de distrito
order-point-recipient-bound = nos obliga por nombre
order-point-docket-matches = su número de expediente existe en ese tribunal
order-point-operative-words = ordena con palabras expresas y no es una propuesta
order-point-identifies-demand = identifica este requerimiento
order-point-scope-and-deadline = dice qué entregar y para cuándo
order-point-signed-and-entered = está firmada y asentada
order-point-filing-stamp = lleva el sello de presentación del tribunal
order-point-seal = se miró su sello, si lo tiene (una orden no lo necesita)
order-point-statute-and-venue = su ley y su competencia tienen sentido
order-point-not-stayed = no está suspendida, apelada ni sustituida
order-point-non-disclosure-attached = toda orden de no divulgación que la acompañe tiene sus propias fechas y alcance

job-attach = Adjuntando archivos
job-export = Guardando un documento
job-back-up = Haciendo una copia de seguridad y comprobándola
job-restore = Restaurando una copia de seguridad
job-verify = Comprobando todo el registro
job-rotate = Cambiando la clave del registro
job-unlock = Abriendo el registro
job-other = Trabajando

drop-here = Suelte aquí los archivos
drop-nowhere = En esta pantalla no se pueden añadir archivos.
