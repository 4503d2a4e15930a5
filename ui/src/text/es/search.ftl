# Búsqueda en todo, y la lectura de documentos de la que depende.
search-title = Búsqueda
search-everything = Buscar en todo
search-everything-words = buscar, búsqueda, encontrar, texto de documentos, palabras
search-everything-for = Buscar «{ $text }» en todo
search-in-demand = Buscar en este requerimiento
search-to-box = Ir al cuadro de búsqueda
search-next = Resultado siguiente
search-before = Resultado anterior
search-how = Deben estar todas las palabras. "Entre comillas": seguidas. palabra*: un comienzo. Los teléfonos, las direcciones web, de correo e IP, los números de expediente y otros se encuentran también escritos de otra forma.
search-where = Dónde
search-kind-all = En todas partes
search-kind-demand = Requerimientos
search-kind-proceeding = Tribunal
search-kind-letter = Cartas
search-kind-page = Páginas de documentos
search-open = Requerimientos
search-open-any = Abiertos y cerrados
search-open-open = Abiertos
search-open-closed = Cerrados
search-from = Recibidos desde
search-to = Recibidos hasta
search-to-before = Este día es anterior al primero: no puede haber nada entre ambos.
search-only = Solo el requerimiento { $reference }
search-only-one = Solo un requerimiento
search-only-lift = Buscar en todos los requerimientos

search-results = Resultados
search-hits = Lugares encontrados
search-count = { $count ->
    [one] 1 lugar
   *[other] { $count } lugares
}
search-count-more = Los { $count } mejores lugares; hay más
search-identifiers = { $count ->
    [one] { $list } se busca también escrito de otra forma.
   *[other] { $list } se buscan también escritos de otra forma.
}
search-newest = Estas palabras están en muchísimos lugares. Solo se tuvieron en cuenta los más recientes.
search-more = Mostrar más
search-limit = Más de { $count }: añada una palabra.
search-newer = Desde entonces se han leído más documentos.
search-again = Buscar de nuevo
search-open-in = Abrir en
search-recognised = Reconocido en una imagen: puede haber errores de lectura

search-what = { $kind } · { $part }
search-what-page = { $name }, página { $page }
search-what-demand = Requerimiento
search-what-proceeding = Procedimiento
search-what-letter = Carta
search-part-reference = referencia
search-part-number = número
search-part-target = cuenta
search-part-person = persona
search-part-office = oficina
search-part-recipient = destinatario
search-part-stated = lo que dice
search-part-note = nota
search-part-docket-search = búsqueda en registros judiciales
search-part-document-name = nombre de un documento
search-part-docket = número de expediente
search-part-court-paper = documento judicial
search-part-address = dirección

search-start = Qué se puede encontrar
search-start-text = Números, cuentas, nombres, notas, búsquedas en registros judiciales, documentos judiciales, cartas y las palabras de las páginas de los documentos, en requerimientos abiertos y cerrados por igual.
search-none = Nada coincide con «{ $text }».
search-none-cut = Sin coincidencias para «{ $text }» entre los lugares que se miraron. Hay más: cambie las palabras o lo elegido.
search-none-short = Sin coincidencias
search-none-filtered = Lo elegido arriba deja algo fuera.
search-unfilter = Buscar en todas partes
search-none-waiting = { $count ->
    [one] 1 documento aún no se ha leído: sus palabras todavía no se pueden encontrar.
   *[other] { $count } documentos aún no se han leído: sus palabras todavía no se pueden encontrar.
}
search-none-troubled = { $count ->
    [one] 1 documento no se pudo leer, entero o en parte: lo que no se leyó no se puede encontrar.
   *[other] { $count } documentos no se pudieron leer, enteros o en parte: lo que no se leyó no se puede encontrar.
}
search-none-holding = { $count ->
    [one] 1 documento contiene archivos que no se leyeron, como los adjuntos de un correo.
   *[other] { $count } documentos contienen archivos que no se leyeron, como los adjuntos de un correo.
}
search-none-recognised = { $count ->
    [one] 1 página se reconoció en una imagen: una palabra mal leída no se encuentra.
   *[other] { $count } páginas se reconocieron en imágenes: una palabra mal leída no se encuentra.
}
search-none-no-proof = Que nada coincida no prueba que no haya nada.
search-none-see = Ver cuáles

reading-title = Lectura de documentos
reading-words = leer, reconocer, índice, escaneo, pausar
reading-text = El programa lee por sí mismo cada documento adjunto para que se puedan encontrar sus palabras. Los documentos no se modifican.
reading-line = { $waiting ->
    [0] Leyendo documentos
   *[other] Leyendo documentos: { $waiting } en espera
}
reading-line-paused = La lectura de documentos está en pausa: { $waiting } en espera
reading-pause = Pausar la lectura
reading-go-on = Continuar la lectura
reading-paused = La lectura de documentos está en pausa.
reading-goes-on = La lectura de documentos continúa.
reading-read = { $count ->
    [0] Ningún documento está leído.
    [one] 1 documento está leído.
   *[other] { $count } documentos están leídos.
}
reading-waiting = { $count ->
    [one] 1 documento espera su lectura.
   *[other] { $count } documentos esperan su lectura.
}
reading-troubled = { $count ->
    [one] 1 documento no se pudo leer, entero o en parte.
   *[other] { $count } documentos no se pudieron leer, enteros o en parte.
}
reading-now = Leyendo un documento: página { $page } de { $pages }.
reading-now-opening = Abriendo un documento para leerlo.
reading-soon = La lectura continúa en un momento.
reading-all = Nada espera su lectura.
reading-no-recognition = El reconocimiento de texto no está instalado en este equipo: las páginas que son imágenes no se pueden leer. Haga instalar los paquetes tesseract-ocr, tesseract-ocr-eng, tesseract-ocr-spa y tesseract-ocr-script-latn.
reading-one-reading = Las páginas que son imágenes se leen una sola vez en este equipo: sus palabras se encuentran, y no se proponen nombres, números ni fechas de ellas. Haga instalar el paquete tesseract-ocr-script-latn; se volverán a leer cuando el programa arranque.
reading-no-recognition-then = Elija después «Intentar todos de nuevo».
reading-troubles = Documentos que no se pudieron leer, enteros o en parte
reading-troubles-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
}
reading-pictures = { $count ->
    [one] 1 página es una imagen en la que no se reconoció texto.
   *[other] { $count } páginas son imágenes en las que no se reconoció texto.
}
reading-pages = { $count ->
    [one] 1 página no se pudo leer, o no entera.
   *[other] { $count } páginas no se pudieron leer, o no enteras.
}
reading-open = Abrir en { $reference }
reading-again = Intentar de nuevo
reading-again-name = Intentar de nuevo: { $name }
reading-again-all = Intentar todos de nuevo
reading-again-done = Se leen de nuevo, uno tras otro.
