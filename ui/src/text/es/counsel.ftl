# Decisiones, la compuerta de entrega, entregas, avisos, retenciones, notas.

counsel-asked = Enviado al asesor jurídico
counsel-asked-none = No se ha enviado al asesor jurídico.
counsel-asked-by = { $who }, el { $when }
counsel-return = Devolver a triaje
counsel-return-text = Diga qué debe hacer triaje. El requerimiento vuelve a su lista.
counsel-return-label = Nota para triaje
counsel-return-done = Devuelto a triaje.

counsel-decisions = Decisiones y compuerta
counsel-decisions-text = El asesor jurídico decide por cuenta y registro. La compuerta se abre con un fundamento, no con una decisión.
counsel-decide = Anotar una decisión
counsel-decide-words = decisión, objetar, cumplir, acotar
counsel-decide-text = Las teclas 1 a 9 eligen la decisión. Vale para las celdas elegidas abajo.
counsel-decide-save = Anotar la decisión
counsel-decide-done = Decisión anotada.
counsel-decide-decision = Decisión
counsel-decide-cells = Celdas
counsel-decide-note = Motivo (confidencial)
counsel-decide-note-hint = Trabajo del asesor jurídico: no sale en exportaciones ni cartas.
counsel-decide-stop = Ninguna orden de cumplimiento vigente cubre { $count ->
    [one] 1 celda elegida
   *[other] { $count } celdas elegidas
  }. La decisión puede anotarse con un motivo; la compuerta sigue cerrada hasta que haya un fundamento.
counsel-undecided = Sin decisión
counsel-decision-complyWithOrder = Cumplir la orden del tribunal
counsel-decision-discloseOnOtherBasis = Entregar con otro fundamento
counsel-decision-object = Objetar, nada sin una orden
counsel-decision-narrow = Pedir que se acote o aclare
counsel-decision-holdPendingChallenge = Esperar una impugnación
counsel-decision-moveToQuash = Pedir la anulación o modificación
counsel-decision-refer = Remitir a otro equipo
counsel-decision-notAuthentic = No es auténtico
counsel-decision-noRecords = No hay registros de esta clase

counsel-gate = Compuerta de entrega
counsel-gate-open = Abierta
counsel-gate-closed = Cerrada
counsel-gate-open-basis = Abierta: { $basis }
counsel-gate-cells = Para { $cells }
counsel-gate-why = Cerrada porque
counsel-gate-would = Qué la abriría
counsel-basis-enforcementOrder = orden de cumplimiento vigente ({ $paper })
counsel-basis-otherProcess = otro mandato obligatorio, anotado por el asesor jurídico
counsel-basis-emergency = emergencia, 18 U.S.C. § 2702(c)(4)
counsel-basis-userConsent = consentimiento del usuario, 18 U.S.C. § 2702(c)(2)
counsel-basis-exception = excepción firmada por dos personas
counsel-would-noBasis = Una orden de cumplimiento verificada y vigente para esta celda, u otro fundamento firmado por el asesor jurídico.
counsel-would-instrumentNotConfirmed = Triaje confirma qué clase de documento es.
counsel-would-conflictingOrders = Un tribunal resuelve la contradicción. Asesor jurídico ahora.
counsel-would-restrained = Un tribunal levanta la prohibición: anote esa orden y verifíquela.
counsel-would-stayed = Un tribunal levanta la suspensión: anote esa orden y verifíquela.
counsel-would-restraintClaimed = El asesor jurídico comprueba el documento alegado: lo verifica o lo aparta.
counsel-would-noticeNotSent = Se avisa al usuario y termina el plazo de aviso, o el asesor jurídico decide que no, con motivo.
counsel-would-noticeBounced = La carta sale por un segundo canal, con prueba.
counsel-would-noticeWindow = Esperar a que termine el plazo.
counsel-would-userChallenge = La impugnación termina y el asesor jurídico anota cómo.
counsel-would-conflict = El motivo firmado de un asesor jurídico para seguir.
counsel-would-secondSignatureMissing = Una segunda persona firma la misma excepción; una de las dos es asesor jurídico.
counsel-would-demandClosed = Se reabre el requerimiento.

counsel-sign = Firmar un fundamento
counsel-sign-words = emergencia, consentimiento, excepción, otro mandato
counsel-sign-text = Un fundamento de entrega distinto de una orden de cumplimiento. Su firma consta con su motivo.
counsel-sign-save = Firmar
counsel-sign-done = Firmado.
counsel-sign-kind = Fundamento
counsel-sign-ground = Hechos en que se apoya
counsel-sign-process = Qué mandato
counsel-sign-document = El documento
counsel-sign-proof = Prueba del consentimiento
counsel-sign-reason = Motivo
counsel-sign-kind-otherProcess = Otro mandato obligatorio
counsel-sign-kind-otherProcess-hint = Una orden de registro, una citación judicial: lo anota el asesor jurídico.
counsel-sign-kind-emergency = Emergencia, § 2702(c)(4)
counsel-sign-kind-emergency-hint = Creencia de buena fe en un peligro de muerte o lesión grave. Voluntaria.
counsel-sign-kind-userConsent = Consentimiento del usuario, § 2702(c)(2)
counsel-sign-kind-userConsent-hint = Requiere la prueba.
counsel-sign-kind-exception = Excepción con un motivo nombrado
counsel-sign-kind-exception-hint = Solo abre cuando firman dos personas distintas, una de ellas asesor jurídico.
counsel-signed = Fundamentos firmados
counsel-signed-by = { $who }{ $counsel ->
    [yes] , asesor jurídico
   *[no] {""}
  }
counsel-signed-waiting = Espera una segunda firma, una de las dos de un asesor jurídico.
counsel-signed-second = Firmar como segunda persona

counsel-resolve = Resolver un conflicto de deberes
counsel-resolve-text = El plazo o la impugnación del usuario pasa de la fecha que fija una orden vigente. Solo un tribunal la suspende. Con su motivo firmado, la compuerta se abre para las celdas elegidas.
counsel-resolve-label = Por qué sigue el asesor jurídico
counsel-resolve-done = El motivo está firmado.
counsel-resolve-note = Hay un conflicto de deberes: asesor jurídico ahora.

counsel-disclose = Anotar una entrega
counsel-disclose-words = entregar, divulgar, producción
counsel-disclose-text = Solo lo que salió por una compuerta abierta. Un rechazo queda anotado.
counsel-disclose-save = Anotar la entrega
counsel-disclose-done = La entrega está anotada.
counsel-disclose-what = Qué se entregó
counsel-disclose-to = A quién y cómo
counsel-disclose-when = Cuándo
counsel-disclose-copy = Una copia de lo entregado
counsel-disclose-closed = La compuerta está cerrada para { $count ->
    [one] 1 celda elegida
   *[other] { $count } celdas elegidas
  }. El programa lo rechazará y guardará el rechazo.
counsel-incident = Anotar un incidente
counsel-incident-words = incidente, fuga, fuera de la compuerta
counsel-incident-text = Algo se entregó fuera de la compuerta. Se anota como lo que es, en cualquier estado del requerimiento.
counsel-incident-save = Anotar el incidente
counsel-incident-done = El incidente está anotado.
counsel-incident-note = Qué pasó y qué se hace
counsel-disclosures = Lo que salió
counsel-disclosures-none = El expediente no registra ninguna entrega.
counsel-disclosure-incident = Incidente, fuera de la compuerta
counsel-disclosure-line = { $what }, a { $to }
counsel-refused-gate = { $cell }: cerrada porque { $reasons }.
counsel-refused-decision = { $cell }: el asesor jurídico no ha decidido entregar esto.

counsel-notice = Aviso a los usuarios
counsel-notice-free = Nada prohíbe avisar a los usuarios.
counsel-notice-requested = La agencia pidió no avisar. Una petición no prohíbe nada.
counsel-notice-held = Se alega una orden que impide avisar ({ $basis }). Las cartas esperan la decisión del asesor jurídico; vence el siguiente día hábil.
counsel-notice-ordered = Una orden judicial prohíbe avisar: { $court }, { $docket }. { $until ->
    [none] Hasta nueva orden.
   *[other] Hasta el { $until }.
  }
counsel-notice-statutory = Una ley prohíbe avisar: { $basis }.
counsel-notice-ended = La orden de no divulgación terminó el { $date }, según el documento. El aviso procede y espera a que el asesor jurídico diga que no se prorrogó.
counsel-notice-decide = Decidir sobre el aviso
counsel-notice-decide-words = aviso, avisar al usuario
counsel-notice-decide-text = Para cada cuenta: si se avisa al usuario.
counsel-notice-account = Cuenta
counsel-notice-choice = ¿Avisar al usuario?
counsel-notice-save = Anotar la decisión de aviso
counsel-notice-done = Decisión de aviso anotada.
counsel-notice-undecided = Sin decidir
counsel-notice-kind-notify = Sí, avisar
counsel-notice-kind-later = Más tarde
counsel-notice-kind-no = No
counsel-notice-on = El día
counsel-notice-reason = Motivo
counsel-notice-words-notify = Avisar
counsel-notice-words-later = Avisar el { $date }: { $reason }
counsel-notice-words-no = No avisar: { $reason }
counsel-notice-not-counsel = Solo el no del asesor jurídico libera una entrega del aviso.
counsel-ndo-end = Confirmar el fin de la no divulgación
counsel-ndo-end-text = Diga cómo sabe que la orden de no divulgación terminó sin prórroga. Después se puede avisar a los usuarios.
counsel-ndo-end-label = Cómo lo sabe el asesor jurídico
counsel-ndo-end-done = El fin está confirmado. El aviso queda libre.

counsel-challenge = Impugnación de un usuario
counsel-challenge-state = Anotar la impugnación de un usuario
counsel-challenge-state-text = El usuario dijo que impugnará, o presentó la impugnación. La compuerta se cierra para esta cuenta hasta que termine; frente a una orden vigente, solo un tribunal la suspende.
counsel-challenge-state-label = Cómo lo sabemos
counsel-challenge-state-done = La impugnación está anotada.
counsel-challenge-end = Anotar su fin
counsel-challenge-end-text = Solo el asesor jurídico anota cómo terminó una impugnación.
counsel-challenge-end-label = Cómo terminó
counsel-challenge-end-done = El fin de la impugnación está anotado.
counsel-challenge-open = { $account } impugna: { $note }
counsel-challenge-of = Anotar una impugnación de { $account }

counsel-keeping = Retención y conservación
counsel-hold-on = Nuestro deber de conservar está vigente.
counsel-hold-off = No hay retención vigente.
counsel-hold-place = Imponer una retención
counsel-hold-place-text = Nuestro propio deber de conservar lo que concierne a este requerimiento. No dice nada de lo que conservó un custodio.
counsel-hold-lift = Levantar la retención
counsel-hold-lift-text = Después, lo que concierne al requerimiento puede borrarse por el curso ordinario.
counsel-hold-label = Motivo
counsel-hold-placed = La retención está impuesta.
counsel-hold-lifted = La retención está levantada.
counsel-preserve = Confirmar la conservación
counsel-preserve-text = Un custodio confirmó que los datos se conservaron. Las cartas solo lo dicen después de esto.
counsel-preserve-save = Anotar la confirmación
counsel-preserve-done = La conservación está confirmada.
counsel-preserve-custodian = Custodio
counsel-preserve-system = Sistema
counsel-preserve-at = Conservado el
counsel-preserved = { $custodian } confirmó la conservación en { $system }, { $at }

counsel-notes = Notas
counsel-note-add = Añadir una nota
counsel-note-text = Nota
counsel-note-privileged = Confidencial: trabajo del asesor jurídico, fuera de las exportaciones
counsel-note-save = Guardar la nota
counsel-note-done = Nota guardada.
counsel-note-none = No hay notas.
counsel-note-mark = confidencial
counsel-who-may = Solo puede hacerlo { $roles }: { $who }.
counsel-who-may-none = Solo puede hacerlo { $roles }. Nadie tiene aún esa función.
