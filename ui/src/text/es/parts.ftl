# Palabras de las piezas: aquí no hay palabras del dominio.
field-required = obligatorio
dialog-close = Cerrar
key-ctrl = Ctrl
key-shift = Mayús
key-space = Espacio

toast-region = Mensajes
toast-undo = Deshacer
toast-close = Cerrar este mensaje

grid-row-loading = Cargando…
list-range = Filas { $first } a { $last } de { $count }
list-select = Seleccionar
list-select-row = Seleccionar { $row }
list-open = Abrir
list-open-row = Abrir { $row }
list-pages = Páginas de la lista
list-page = Página { $page } de { $pages }
list-previous = 100 anteriores
list-next = 100 siguientes

progress-cancel = Cancelar
progress-cancelling = Cancelando…

status-bar = Estado
status-read-only = Aquí todo es solo de lectura.
status-idle = Todo está guardado en este equipo.
status-jobs = { $running ->
    [0] Nada en curso
    [one] 1 tarea en curso
   *[other] { $running } tareas en curso
  }
status-failed = { $failed ->
    [one] 1 con error
   *[other] { $failed } con error
  }
status-job-failed = no se pudo terminar
status-dismiss = Descartar

fault-safe = Qué está a salvo
fault-todo = Qué hacer
fault-details = Detalles para soporte

identifier-copy = Copiar
identifier-copied = Copiado

timeline-became = pasó a ser
timeline-recorded = registrado { $when }

palette-title = Buscar o ejecutar una orden
palette-list = Resultados
palette-none = Nada coincide con «{ $typed }».

shortcuts-title = Atajos de teclado
shortcuts-text = Los que funcionan en esta pantalla. Las letras sueltas actúan cuando ningún cuadro de texto tiene el foco.
shortcuts-letters-off = Los que funcionan en esta pantalla. Las letras sueltas están desactivadas en los ajustes.

date-example = 3 dic 2026 5pm
date-example-day = 3 dic 2026
date-calendar = Calendario de { $field }
date-zone = Zona horaria de { $field }
date-month-before = Mes anterior
date-month-after = Mes siguiente
date-holiday = feriado
date-today = hoy
date-ago = { $days ->
    [one] ayer
   *[other] hace { $days } días
  }
date-in = { $days ->
    [one] mañana
   *[other] dentro de { $days } días naturales
  }
date-in-business = { $days ->
    [one] mañana
   *[other] dentro de { $days } días naturales
  }, { $business ->
    [one] 1 día hábil
   *[other] { $business } días hábiles
  }
date-without-time = { $date }, sin hora
date-unknown = No se entiende como fecha. Pruebe 3 dic 2026 5pm, 12/3 (mes/día), jueves, +10dh o t para hoy.
date-no-such-day = Ese día no existe en el calendario. Revise el número y el mes.
date-no-such-time = Esa hora no existe. Pruebe 5pm o 17:00.
date-other = Se leyó con el mes primero. También podría ser { $date }.
date-swap = Leer con el día primero
date-weekday-differs = El día de la semana que escribió no es el de esta fecha. Revise el documento.
date-midnight = La medianoche se lee como el comienzo de { $date }. Revise a qué medianoche se refiere.
date-twice = Esa noche se atrasan los relojes: esta hora ocurre dos veces. Se usa la primera.
date-skipped = Esa noche se adelantan los relojes: esta hora no existe. Revise el documento.

zone-america-new-york = Este (Nueva York)
zone-america-chicago = Centro (Chicago)
zone-america-denver = Montaña (Denver)
zone-america-phoenix = Arizona (Phoenix)
zone-america-los-angeles = Pacífico (Los Ángeles)
zone-america-anchorage = Alaska (Anchorage)
zone-pacific-honolulu = Hawái (Honolulu)
zone-america-puerto-rico = Atlántico (Puerto Rico)
zone-america-st-thomas = Islas Vírgenes (St. Thomas)
zone-pacific-guam = Guam
zone-pacific-saipan = Islas Marianas del Norte
zone-utc = UTC
offer-page = pág. { $page }
offer-take = Tomar
offer-take-name = Tomar para { $label }: { $text }
offer-show-name = Mostrar dónde está { $label } en la página { $page }
offer-from = Leído del documento; compruébelo:
