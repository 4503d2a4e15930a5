# Copia de seguridad, restauración, comprobación.
register-title = Copias y comprobaciones
register-loading = Leyendo la lista de copias…

backup-title = Copias de seguridad
backup-text = Una copia se hace mientras usted trabaja y se comprueba restaurándola aparte. Lo contiene todo y se abre con las frases de contraseña del día en que se hizo.
backup-now = Hacer una copia ahora
backup-elsewhere = Hacer la copia en otra carpeta…
backup-none = Aún no hay ninguna copia.
backup-none-text = Si este disco falla, se pierde todo lo que hay aquí. Haga una copia ahora y guarde otra en otro disco.
backup-list = Copias de este registro
backup-name = Nombre
backup-made = Hecha
backup-size = Tamaño
backup-entry = Hasta la anotación
backup-state = Estado
backup-verified = comprobada al restaurarla
backup-unverified = sin comprobar
backup-actions = Acciones
backup-restore = Restaurar…
backup-restore-of = Restaurar { $name }…
backup-from = Restaurar desde otra carpeta…
backup-working = Haciendo la copia y restaurándola aparte para comprobarla…
backup-done = Copia hecha y comprobada: { $name }
backup-done-unverified = La copia { $name } se hizo, pero no se logró restaurarla aparte. No confíe en ella.

nag-none = Aún no hay copia de seguridad
nag-old = { $days ->
    [one] Última copia hace 1 día
   *[other] Última copia hace { $days } días
  }

restore-title = Restaurar { $name }
restore-text = Primero el programa mira dentro de la copia y dice qué se perdería. Nada cambia hasta que usted lo confirme.
restore-who = ¿Quién abre la copia?
restore-passphrase = Frase de contraseña, la de cuando se hizo la copia
restore-look = Mirar dentro de la copia
restore-looking = Abriendo la copia…
restore-refused = Esa frase de contraseña no abre esta copia.
restore-plan = Qué hace la restauración
restore-made = La copia se hizo { $when } y llega hasta la anotación { $seq }.
restore-holds-demands = { $count ->
    [0] No contiene requerimientos.
    [one] Contiene 1 requerimiento.
   *[other] Contiene { $count } requerimientos.
  }
restore-holds-documents = { $count ->
    [0] No contiene documentos.
    [one] Contiene 1 documento.
   *[other] Contiene { $count } documentos.
  }
restore-lost-none = Después no se anotó nada: no se perdería nada.
restore-lost = { $count ->
    [one] Se perdería de este registro 1 anotación posterior.
   *[other] Se perderían de este registro { $count } anotaciones posteriores.
  }
restore-lost-kinds = Pueden ser requerimientos registrados, documentos adjuntos, órdenes verificadas, decisiones, cartas marcadas como enviadas y retenciones.
restore-lost-unknown = No se puede decir cuánto se anotó después: este equipo no ha visto un estado más nuevo que le corresponda.
restore-last-seen = El último estado que vio este equipo llega hasta la anotación { $seq }.
restore-other-register = Es una copia de un registro distinto del que este equipo vio por última vez.
restore-unlock = Después podrán desbloquearlo: { $names }
restore-aside = El registro tal como está ahora no se borra. Se aparta dentro de su carpeta. La cronología dice que se restauró una copia, quién y por qué, y la historia sigue desde ahí en una rama nueva.
restore-reason = Motivo
restore-reason-hint = Una frase. Se conserva en la cronología.
restore-do = Restaurar esta copia
restore-working = Restaurando…
restore-done = La copia quedó restaurada.
restore-back = Elegir otra vez

verify-title = Comprobar el registro
verify-text = Recorre cada anotación y su firma, rehace las listas a partir de las anotaciones y vuelve a leer cada documento para comparar su huella. No cambia nada. Si el registro es grande, tarda.
verify-now = Comprobar ahora
verify-working = Comprobando. Puede seguir trabajando.
verify-cancelled = La comprobación se detuvo.
verify-holds = Todo concuerda.
verify-holds-not = Algo no concuerda.
verify-itself-not = El registro concuerda consigo mismo. No concuerda con aquello con lo que se comparó.
verify-walked = { $entries } anotaciones, { $signatures } firmas, { $documents } documentos; { $when }.
verify-compared = Con qué se comparó
verify-itself = Consigo mismo
verify-itself-yes = Cada anotación sigue a la anterior, cada firma es buena, y cada lista y documento concuerda.
verify-itself-no = Se contradice. Vea qué no concuerda.
verify-seen = El último estado que vio este equipo
verify-seen-yes = El registro lo contiene y continúa desde él.
verify-seen-no = El registro no lo contiene. Puede que se haya puesto en su lugar una copia más antigua o que falte una parte.
verify-seen-none = Este equipo no ha visto ningún estado anterior. No hay con qué comparar.
verify-backup = La última copia comprobada
verify-backup-yes = El registro contiene todo hasta esa copia.
verify-backup-no = El registro no contiene lo que guarda esa copia.
verify-backup-none = No hay ninguna copia comprobada. No hay con qué comparar.
verify-elsewhere = Una copia de la cabeza en manos de otra persona
verify-elsewhere-none = No se comparó: no se entregó ninguna.
verify-yes = concuerda
verify-no = no concuerda
verify-none = sin comparar
verify-findings = Qué no concuerda
verify-kind = Qué
verify-place = Dónde
verify-detail = Detalles para asistencia
verify-kind-pages = Páginas de la base de datos
verify-kind-schema = La forma de la base de datos
verify-kind-row = Una anotación se cambió, falta o fue añadida
verify-kind-column = Una anotación cuyas columnas dicen otra cosa
verify-kind-body = Una anotación sin su contenido
verify-kind-entry = Una anotación que no se puede leer
verify-kind-act = Un acto que no concuerda con sus anotaciones
verify-kind-signature = Una firma
verify-kind-role = Una función que requería un acto
verify-kind-queue = La lista de requerimientos
verify-kind-document = Los bytes de un documento
verify-kind-stray-bytes = Bytes que no son de ningún documento
verify-kind-last-seen = El último estado que vio este equipo
verify-kind-note-missing = Falta la nota de este equipo sobre ese estado
verify-kind-note-altered = La nota de este equipo sobre ese estado fue cambiada
verify-kind-outside = Una cabeza en manos de otra persona
verify-detail-head = Anotación { $seq }, que no está en este registro. Huella { $digest }
verify-detail-document-missing = El registro lo menciona y no está.
verify-detail-document-changed = Sus bytes no son los que se recibieron.
verify-detail-document-bytes-missing = Falta una parte de sus bytes.
verify-detail-document-record = Lo que se guarda de él no concuerda con las anotaciones.
verify-advice = No cambie nada ahora. Copie la carpeta del registro a un lugar seguro, avise a su asesoría jurídica y mire la última copia comprobada.
verify-head = Cabeza de la cadena
verify-head-text = Quien la anote con la fecha podrá mostrar después que nada anterior cambió.
verify-head-seq = Anotación { $seq }
