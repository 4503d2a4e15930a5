# Si una orden de un tribunal federal nos obliga: las palabras de la banda, de la lista y de las cartas.
order-region = Estado de la orden judicial
order-none = No consta orden judicial de cumplimiento
order-none-sub = Emitida por una agencia, no por un tribunal. A { $time }, aquí no consta orden de un tribunal federal que exija cumplirla.
order-none-sub-ended = Emitida por una agencia, no por un tribunal. A { $time }, aquí no hay en vigor ninguna orden de un tribunal federal que exija cumplirla.
order-claimed = Orden alegada, aún sin verificar: asesor jurídico ahora
order-claimed-cell = Orden alegada, aún sin verificar
order-claimed-sub = Trate sus fechas como reales hasta comprobarlas.
order-claimed-by = Plazo de cumplimiento alegado: { $date }.
order-in-force = Orden judicial registrada
order-restrained = Orden judicial: NO ENTREGAR
order-restrained-cell = NO ENTREGAR
order-stayed = Orden de cumplimiento suspendida, no entregue la parte suspendida
order-stayed-cell = Orden de cumplimiento suspendida
order-conflicting = Órdenes contradictorias: asesor jurídico ahora
order-conflicting-cell = Órdenes contradictorias
order-conflicting-sub = Los tribunales se contradicen. No entregue nada hasta que el asesor jurídico decida.
order-not-confirmed = Tipo de documento sin confirmar
order-not-confirmed-sub = Todavía no se afirma nada sobre si obliga. Confirme primero el tipo de documento.
order-other-compels = Este documento puede obligar por sí mismo: asesor jurídico ahora
order-other-compels-cell = Puede obligar por sí mismo
order-other-rules = Este documento tiene reglas propias: asesor jurídico ahora
order-other-rules-cell = Tiene reglas propias
order-other-sub = Registrado como: { $kind }. Lo que aquí se dice de los requerimientos administrativos no vale para este documento.
order-behind-guard = Además consta en el expediente: { $state }.
order-cell-in-part = { $state }, en parte
order-also-claimed = otra orden alegada
order-changed = Ha cambiado el estado de la orden judicial: { $state }.

order-status-pending = procedimiento pendiente, sin orden de cumplimiento en vigor
order-status-denied = un tribunal resolvió en contra del cumplimiento
order-status-reversed = una orden fue dejada sin efecto o revocada
order-status-complied = cumplimiento registrado
order-status-withdrawn = retirado por la agencia, sin resolución judicial
order-status-superseded = otro documento ocupó su lugar

order-short-pending = pendiente
order-short-denied = denegado
order-short-reversed = sin efecto
order-short-complied = cumplido
order-short-withdrawn = retirado
order-short-superseded = sustituido

order-said-denied = Un tribunal denegó el cumplimiento, { $date }.
order-said-quashed = Un tribunal anuló el requerimiento, { $date }.
order-said-vacated = Un tribunal dejó sin efecto una orden, { $date }.
order-said-reversed = Un tribunal revocó una orden, { $date }.
order-said-complied = Un tribunal dejó constancia del cumplimiento, { $date }.
order-said-withdrawn = La agencia retiró el requerimiento, { $date }. Aquí no consta que un tribunal haya resuelto sobre él.
order-withdrawn-too = La agencia retiró el requerimiento el { $date }. Eso no es una resolución: lo que hicieron los tribunales sigue en pie.
order-restraint-claimed = Se alega, sin verificar, un documento que prohíbe, suspende o pone fin a la entrega: { $docket }, anotado por { $who }. No entregue nada hasta que la asesoría jurídica lo haya leído.
order-set-aside = Nuestra asesoría jurídica dejó de lado un documento que estaba verificado: { $reason }. No lo hizo ningún tribunal. { $docket }, { $title }
order-said-superseded = Otro documento ocupó el lugar de este, { $date }.
order-pending = Hay un procedimiento pendiente: { $docket }. Sin orden de cumplimiento en vigor.

order-line-produce = Que ordena entregar: { $paper }
order-line-stay = Suspensión: { $paper }
order-line-stayed = Orden suspendida: { $paper }
order-line-against = En contra: { $paper }
order-entered = inscrita el { $date }
order-entered-sealed = sellada, inscripción del { $date } confirmada con la secretaría
order-entered-not-known = fecha de inscripción no registrada
order-comply-by = cumplir a más tardar el { $date }
order-verified-by = verificada por { $who }, { $date }
order-in-part-accounts = En parte: vale para { $accounts } de { $of } cuentas.
order-in-part-records = En parte: vale para algunos de los registros pedidos.

order-nobody-searched = Nadie ha buscado todavía en registros judiciales.
order-searched = { $where }, consultado el { $date } por { $who }: { $result }.
order-search-stale = { $days ->
    [one] Esa búsqueda tiene 1 día.
   *[other] Esa búsqueda tiene { $days } días.
  }
order-search-again = Buscar de nuevo a más tardar el { $date }.
order-claim-search = { $who } registró el { $date } que se alega una orden ({ $where }, { $docket }).
order-claim-paper = { $title }: { $docket }, registrada por { $who }, sin verificar.
order-claim-missing = Falta: { $what }.
order-no-docket = sin número de expediente
order-missing-paper = el documento mismo
order-missing-entry = su fecha de inscripción
order-caution-title = Lo que una búsqueda no muestra
order-caution = Los asuntos sellados y de gran jurado no aparecen en una búsqueda en registros judiciales. No encontrado no es lo mismo que inexistente.

search-place-pacer = PACER
search-place-court-listener = CourtListener
search-place-clerk = la secretaría del tribunal
search-place-us-attorney = la fiscalía federal
search-place-agency-claim = lo que dice la agencia
search-place-other = otro lugar
search-result-none-found = nada encontrado
search-result-proceeding-found = se halló un procedimiento, sin orden en él
search-result-order-claimed = orden hallada o alegada

date-kind-comply-by = fecha límite de cumplimiento (tribunal)
date-kind-claimed-comply-by = fecha límite de cumplimiento (alegada)
date-kind-answer-court = fecha límite para responder al tribunal
date-kind-return-date = fecha de entrega pedida
date-kind-act-by = fecha límite nuestra
date-kind-notice-window-ends = fin del plazo de aviso
date-kind-non-disclosure-ends = fin de la orden de no avisar
date-kind-non-disclosure-review = revisar la orden de no avisar
date-kind-docket-recheck = buscar de nuevo en registros judiciales
date-kind-asserted-non-disclosure = el asesor jurídico decide sobre la orden de no avisar alegada

due-business = { $days } dh
due-today = hoy
due-today-at = hoy { $time }
due-tomorrow = mañana
due-late = { $days } dh tarde
due-late-today = vencido hoy
due-late-days = { $days ->
    [one] 1 día tarde
   *[other] { $days } días tarde
  }
due-long = { $date }: { $days ->
    [one] 1 día natural
   *[other] { $days } días naturales
  }, { $business ->
    [one] 1 día hábil
   *[other] { $business } días hábiles
  } (sin contar feriados federales)
person-nobody = nadie
person-unknown = una persona que ya no figura
