# Un requerimiento.
demand-title = Requerimiento
demand-tabs = Páginas del requerimiento
demand-tab-facts = Datos
demand-tab-court = Tribunal
demand-tab-counsel = Asesor jurídico
demand-tab-letters = Cartas
demand-tab-files = Archivos
demand-tab-timeline = Cronología
demand-owner = Responsable: { $who }
demand-unassigned = Asignar
demand-to-list = A la lista

banner-confirm = Confirmar tipo
banner-other = No es una citación administrativa
banner-counsel = Enviar al asesor jurídico
banner-search = Anotar una búsqueda
banner-view-order = Ver la orden

step-region = Pasos del requerimiento
step-received = Recibido
step-dates = Fechas
step-dates-none = sin fecha de entrega registrada
step-search = Búsqueda judicial
step-counsel = Asesor jurídico
step-counsel-waiting = espera al asesor jurídico
step-counsel-returned = devuelto por el asesor jurídico
step-counsel-none = cerrado sin asesor jurídico
step-counsel-not-asked = no se envió al asesor jurídico
step-notice = Aviso
step-notice-forbidden = una orden o una ley lo prohíbe
step-notice-held = retenido hasta que el asesor jurídico decida
step-notice-undecided = sin decidir
step-notice-to-send = { $count ->
    [one] 1 carta por enviar
   *[other] { $count } cartas por enviar
  }
step-notice-later = más tarde, { $date }
step-notice-no = se decidió no avisar
step-notice-sent = enviado
step-close = Cierre
step-close-open = abierto
step-by = { $who }, { $when }
step-logged = Registrado
step-state-done = hecho
step-state-open = por hacer
step-state-waiting = en espera
step-state-again = toca de nuevo
step-state-skipped = se omite

dates-title = Fechas
dates-theirs = Tribunal y agencia
dates-theirs-none = Ninguna registrada.
dates-ours = Nuestras
dates-ours-none = Ninguna.
dates-both = { $days ->
    [one] 1 día natural
   *[other] { $days } días naturales
  }, { $business ->
    [one] 1 día hábil
   *[other] { $business } días hábiles
  }
dates-note = La fecha de entrega es de la agencia. Solo la «fecha límite de cumplimiento (tribunal)» la ordenó un tribunal.
due-passed = pasada

warnings-title = Para revisar
warning-return-before-service = La fecha de entrega es anterior a la notificación. Se conserva como está impresa.
warning-return-date-passed = La fecha de entrega ha pasado. Es una fecha de la agencia, no de un tribunal.
warning-fields-empty = Vacíos, y se pedirán después: { $fields }.
warning-same-file = { $name } es el mismo archivo que en { $reference }.
warning-duties-conflict = El plazo o la impugnación de un usuario va más allá de la fecha de una orden: asesor jurídico ahora.
warning-non-disclosure-end = La orden de no avisar ha terminado según el papel. El asesor jurídico dice si se prorrogó.
warning-same-number = El número de la agencia también está en { $reference }.

hold-title = Conservación
hold-on = Retenido: nada de lo que afecta este requerimiento puede destruirse. Es nuestro propio deber; la conservación de datos se confirma aparte.
hold-off = No hay retención.
link-remove = Quitar…
link-remove-one = Quitar el vínculo con { $reference }
link-remove-title = Quitar el vínculo
link-remove-text = Para un vínculo puesto por error. Las dos anotaciones quedan en la cronología.
link-remove-done = El vínculo se quitó.
links-title = Van juntos
link-duplicate = Duplicado de
link-reissue = Reemisión de
link-superseded-by = Sustituido por

facts-recipient-short = Para
facts-amend = Cambiar los datos
facts-period = Período consultado
facts-period-words = { $from } a { $to }
facts-rider-short = Anexo
facts-yes = Sí, enumera más
facts-target-is = aquí
facts-disposed = El contenido de este requerimiento se destruyó según una regla de conservación. El diario guarda prueba de que estuvo aquí.
facts-none = En ese momento todavía no se habían registrado datos.
silence-until = hasta { $date }
silence-until-further = hasta nueva orden

files-none = No hay ningún documento adjunto.
files-none-text = Suelte archivos en la ventana o elíjalos. Cada byte se conserva como es.
files-attach = Adjuntar archivos…
files-export = Exportar…
files-export-name = Exportar { $name }
files-exported = { $name } se guardó byte por byte.
files-export-failed = { $name } no se guardó. { $why }
files-copy = Copiar SHA-256
files-copy-hash = Copiar SHA-256 de { $name }
files-bytes = { $bytes } bytes
files-hidden-marks = El nombre contiene caracteres invisibles; aquí se escriben.
files-out-of = Contenido en { $name }
files-zero = El archivo está vacío: 0 bytes.
files-same = Mismo archivo que en { $references }.
files-note = El tipo se lee del contenido, no del nombre.
attach-job = Adjuntando { $name }
attach-done = { $count ->
    [one] Se adjuntó 1 archivo.
   *[other] Se adjuntaron { $count } archivos.
  }
attach-same = { $name }: mismo archivo que { $references }.
attach-already-here = { $name } ya está adjunto a este requerimiento; no se añadió nada.
attach-failed = { $name } no se adjuntó. { $why }
drop-choice-label = Añadir a este requerimiento o registrar uno nuevo
drop-choice-title = { $count ->
    [one] ¿De qué requerimiento es este archivo?
   *[other] ¿De qué requerimiento son estos { $count } archivos?
  }
drop-choice-add = Añadir a este requerimiento
drop-choice-add-text = Adjuntar a { $reference }
drop-choice-new = Requerimiento nuevo
drop-choice-new-text = Registrar uno nuevo con esto

history-region = Historial
history-open = Historial…
history-command = Mostrar el requerimiento como era
history-title = Esto es historial.
history-as-of = Lo que era cierto el { $time }.
history-known-at = Lo que constaba el { $time }.
history-nothing = Desde aquí no se puede hacer nada.
history-pick-as-of = Lo que era cierto el
history-pick-as-of-hint = Según cuándo ocurrieron las cosas.
history-pick-known-at = Lo que teníamos registrado el
history-pick-known-at-hint = Según cuándo se anotó aquí.
history-other = Otro momento…
history-pick-text = Dos preguntas: qué era cierto un día y qué constaba aquí entonces. Rellene una o las dos.
history-show = Mostrar
history-now = Volver al presente

verb-cancel = Cancelar
verb-reason = Motivo
verb-reason-needed = Diga por qué.
verb-note = Nota
verb-triage = Clasificación hecha
verb-triage-title = { $reference }: tipo de documento
verb-triage-text = Lo emitió una agencia y solo un tribunal federal puede obligarnos a cumplirlo. Si es otra cosa, use «No es una citación administrativa».
verb-triage-act = Confirmar y terminar la clasificación
verb-triage-done = La clasificación de { $reference } está hecha.
verb-triage-reason = Tipo de documento confirmado al clasificar
verb-other-paper = No es una citación administrativa
verb-other-title = { $reference }: no es una citación administrativa
verb-other-text = Se registra como lo que es y va ahora al asesor jurídico: puede obligar por sí mismo.
verb-other-act = Registrar y enviar al asesor jurídico
verb-other-done = { $reference } se envió al asesor jurídico.
verb-other-reason = Al clasificar se vio que no es una citación administrativa
verb-duplicate = Duplicado de otro requerimiento
verb-duplicate-title = { $reference } va con otro requerimiento
verb-duplicate-text = Los dos quedan en el registro con sus archivos, enlazados.
verb-duplicate-act = Enlazar
verb-duplicate-find = Buscar el otro
verb-duplicate-find-hint = Referencia, número o cuenta.
verb-duplicate-none = Nada coincide.
verb-duplicate-which = El otro requerimiento
verb-duplicate-choose = Elija el requerimiento con el que va.
verb-duplicate-how = Este es
verb-duplicate-close = Cerrar este como duplicado
verb-duplicate-close-hint = El requerimiento que queda avisa a sus usuarios.
verb-duplicate-done = { $reference } está enlazado con { $other }.
verb-duplicate-closed = { $reference } está cerrado como duplicado de { $other }.
verb-assign = Asignar
verb-assign-title = Responsable de { $reference }
verb-assign-owner = Responsable
verb-assign-nobody = Nadie
verb-assign-act = Asignar
verb-assign-done = { $reference }: responsable, { $who }.
verb-counsel = Enviar al asesor jurídico
verb-counsel-words = abogado, asesor, jurídico, legal, escalar
verb-counsel-title = Enviar { $reference } al asesor jurídico
verb-counsel-text = Queda en «En espera del asesor jurídico» hasta que el asesor jurídico decida o lo devuelva.
verb-counsel-note = Nota para el asesor jurídico
verb-counsel-act = Enviar al asesor jurídico
verb-counsel-done = { $reference } se envió al asesor jurídico.
verb-hold = Poner o levantar la retención
verb-hold-title = Poner { $reference } en retención
verb-hold-text = Mientras dure, nada de lo que afecta este requerimiento puede destruirse.
verb-hold-act = Poner la retención
verb-hold-done = { $reference } está en retención.
verb-lift-title = Levantar la retención de { $reference }
verb-lift-text = Después, una regla de conservación puede alcanzar lo que afecta este requerimiento.
verb-lift-act = Levantar la retención
verb-lift-done = Se levantó la retención de { $reference }.
verb-reopen = Reabrir
verb-reopen-title = Reabrir { $reference }
verb-reopen-act = Reabrir
verb-reopen-done = { $reference } está abierto otra vez.
verb-close = Cerrar…
verb-close-title = Cerrar { $reference }
verb-close-text = Para cerrar hace falta un resultado y, por cada cuenta, decidir si se avisa al usuario.
verb-close-act = Cerrar el requerimiento
verb-close-outcome = Resultado
verb-close-notices = Aviso al usuario
verb-close-tell = Avisar a este usuario
verb-close-decided = La decisión de aviso está tomada para cada cuenta.
verb-close-done = { $reference } está cerrado.
notice-notify = Sí
notice-later = Más tarde
notice-no = No
notice-on = El
notice-standing-held = Se alega una orden de no avisar: las cartas esperan hasta que el asesor jurídico decida.
notice-standing-forbidden = Una orden o una ley prohíbe avisar al usuario.
undo-command = Deshacer el último paso
undo-nothing = En esta sesión no hay nada que deshacer.
undo-done = Deshecho: { $what }
undo-reason = Deshecho

document-role-instrument = El documento mismo
document-role-rider = Anexo
document-role-cover = Carta o correo de envío
document-role-court-paper = Documento judicial
document-role-search-proof = Prueba de una búsqueda en registros judiciales
document-role-sending-proof = Prueba de envío
document-role-letter = Carta nuestra
document-role-other = Otro documento

outcome-complied-with-order = Se cumplió una orden judicial
outcome-complied-in-part = Se cumplió en parte una orden judicial
outcome-disclosed-on-other-basis = Se divulgó con otra base
outcome-objected = Se objetó, nada divulgado
outcome-withdrawn-by-agency = Retirado por la agencia, sin decisión judicial
outcome-quashed-or-denied = Un tribunal lo anuló o denegó su cumplimiento
outcome-superseded = Otro documento ocupó su lugar
outcome-referred = Remitido a otro equipo
outcome-not-authentic = Resultó no ser auténtico
outcome-no-records = Sin registros que respondan
outcome-duplicate = Duplicado de otro requerimiento
