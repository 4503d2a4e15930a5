# Documentos en pantalla: páginas, lo que se encuentra en ellas, lo que no se puede mostrar.
paper-look = Ver
paper-look-name = Ver { $name }
paper-pane = Documento { $name }
paper-pages = Páginas de { $name }
paper-opening = Abriendo el documento…
paper-page = Página { $page } de { $pages }
paper-page-labelled = Página { $page } de { $pages }, número impreso { $label }
paper-page-broken = No se pudo dibujar esta página. El documento se conserva tal como llegó y se puede guardar.
paper-page-scan = Esta página es una imagen sin texto.
paper-page-blank = Esta página no tiene texto.
paper-larger = Más grande
paper-smaller = Más pequeño
paper-fit = Ajustar
paper-close = Cerrar el documento
paper-find = Buscar en el documento
paper-hit = { $at } de { $hits }
paper-hit-next = Lugar siguiente
paper-hit-before = Lugar anterior
paper-seeking = Buscando en la página { $page }…
paper-no-hit = No se encontró
paper-contents = { $count ->
    [one] Un apartado en su índice
   *[other] Índice, { $count } apartados
}
paper-parts = { $count ->
    [one] Contiene 1 archivo
   *[other] Contiene { $count } archivos
}
paper-part-unnamed = Archivo { $number }, sin nombre
paper-part-keep = Guardar como archivo propio
paper-part-keep-name = Guardar como archivo propio: { $name }
paper-part-kept = Guardado como archivo propio
paper-parts-later = Cuando el requerimiento esté guardado, se podrán guardar como archivos propios en Archivos.
paper-cautions = { $count ->
    [one] 1 cosa que conviene saber de este documento
   *[other] { $count } cosas que conviene saber de este documento
}
paper-caution-scripts = Contiene scripts ({ $count }). Aquí no se ejecuta ninguno.
paper-caution-launches = Pide iniciar programas o abrir otros archivos ({ $count }). Aquí no se inicia nada.
paper-caution-embeddedFiles = Lleva archivos dentro ({ $count }). No se muestran.
paper-caution-links = Enlaza a direcciones externas ({ $count }). No se sigue ninguna.
paper-caution-signatures = Lleva firmas digitales ({ $count }). Se contaron, no se verificaron.
paper-caution-laterRevisions = Se guardó de nuevo sobre un estado anterior ({ $count }). Lo que decía antes puede seguir dentro.
paper-caution-remote = Traería imágenes u otras cosas de fuera ({ $count }). No se trae nada.
paper-caution-hidden = Hay texto oculto bajo barras, imágenes o del color del papel en la página { $pages }. Sigue en el archivo.
paper-caution-scans = { $count ->
    [one] 1 página es una imagen sin texto: en ella no se puede buscar ni copiar.
   *[other] { $count } páginas son imágenes sin texto: en ellas no se puede buscar ni copiar.
}
paper-caution-lacks = Algo no se pudo dibujar en la página { $pages }.
paper-unread = No se pueden mostrar las páginas
paper-kept = El documento se conserva tal como llegó y se puede guardar.
paper-why-otherKind = No se muestran páginas de este tipo de archivo.
paper-why-damaged = No es un PDF, o está demasiado dañado para encontrar una página.
paper-why-passwordNeeded = Pide una contraseña.
paper-why-passwordWrong = Esa contraseña no lo abre.
paper-why-encryptionUnknown = Está cifrado de una manera que este programa no conoce.
paper-why-noPages = No tiene páginas.
paper-why-tooManyPages = Tiene más páginas de las que se muestran aquí.
paper-why-noSuchPage = No existe esa página.
paper-why-tooLarge = Es más grande de lo que se muestra aquí.
paper-why-faulted = El lector se detuvo en él. Puede ser un documento dañado, o uno hecho para causar daño; no se tocó nada fuera del lector.
paper-why-timeLimit = Leerlo tardó más de lo permitido y se detuvo.
paper-why-memoryLimit = Leerlo necesita más memoria de la permitida y se detuvo.
paper-why-stopped = Se detuvo la lectura.
paper-why-noReader = Falta el programa lector, o este sistema no puede aislarlo. Ningún documento se lee sin aislamiento.
paper-password-title = Este documento pide una contraseña
paper-password-text = Suele estar en el mensaje con el que llegó. Solo se usa aquí y se olvida al bloquear.
paper-password = Contraseña del documento
paper-password-open = Abrir el documento
