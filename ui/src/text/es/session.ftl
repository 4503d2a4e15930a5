# Bloqueo, primer uso, recuperación, frases de contraseña.
lock-title = Bloqueado
lock-register = Registro
lock-who = ¿Quién desbloquea?
lock-passphrase = Frase de contraseña
lock-unlock = Desbloquear
lock-working = Abriendo el registro. Tarda alrededor de un segundo.
lock-recover = Usar la clave de recuperación…
lock-others = Otros registros…
lock-choose-person = Elija primero su nombre.
lock-type-passphrase = Escriba su frase de contraseña.
lock-refused = Esa frase de contraseña no abre este registro para { $name }.
lock-refused-caps = Esa frase de contraseña no abre este registro para { $name }. Bloq Mayús está activado.
lock-refused-safe = No se cambió nada ni se cerró el acceso: escríbala otra vez.
lock-nobody = Nadie puede desbloquear aún este registro. Elija otro.
lock-sample = Este es el registro de MUESTRA. Su frase de contraseña es: { $passphrase }

passphrase-caps = Bloq Mayús está activado.
passphrase-show = Mostrar lo escrito
passphrase-hide = Ocultar lo escrito
passphrase-new = Frase de contraseña
passphrase-again = La misma frase otra vez
passphrase-hint = Lo mejor es una frase propia: cuatro o más palabras que no vayan juntas. Los espacios cuentan.
passphrase-short = Al menos { $least } caracteres.
passphrase-differs = Las dos no son iguales. Escriba otra vez la segunda.
passphrase-strength = Fortaleza
passphrase-none = Escríbala y aquí verá una estimación.
passphrase-weak = Débil. Quien tenga una copia del registro podría hallarla probando. Añada palabras.
passphrase-fair = Regular. Una o dos palabras más la hacen mucho más difícil de hallar.
passphrase-good = Buena, si no la usa en ningún otro sitio.
passphrase-honest = Es solo una estimación: el programa no puede saber si es una cita, un nombre o si la usa en otro lugar.
passphrase-common = Empieza como una de las frases que todo el mundo prueba primero.

recover-title = Abrir con la clave de recuperación
recover-text = La clave de recuperación da a una persona una nueva frase de contraseña. En la cronología queda anotado que se hizo.
recover-key = Clave de recuperación
recover-key-hint = Once grupos de cinco. Mayúsculas o minúsculas; los espacios y guiones no importan.
recover-who = ¿Quién recibe una nueva frase de contraseña?
recover-do = Dar la nueva frase y desbloquear
recover-back = Volver a la frase de contraseña
recover-key-missing = Escriba la clave de recuperación.
recover-key-length = { $count ->
    [one] La clave tiene 55 letras y cifras; aquí hay 1.
   *[other] La clave tiene 55 letras y cifras; aquí hay { $count }.
  }
recover-refused = Esa no es la clave de recuperación de este registro.

first-steps = Pasos
first-step = Paso { $step } de { $steps }
first-back = Atrás
first-next = Continuar
first-welcome = Citaciones de ICE, guardadas y atendidas con cuidado
first-what = Una citación administrativa la emite la propia agencia, no un tribunal. Este programa registra cada una, guarda sus documentos, sigue si un tribunal federal ha ordenado cumplirla y escribe a tiempo a su usuario.
first-nothing = Nada sale de este equipo. El programa no tiene cuenta, ni servidor, ni se actualiza solo. El registro es una carpeta cifrada que usted guarda.
first-not = No da asesoramiento legal. Decide la asesoría jurídica.
first-language = Idioma
first-new = Crear un registro nuevo
first-new-hint = Unos dos minutos. Necesita un lugar donde guardarlo y papel para la clave de recuperación.
first-open = Abrir un registro existente…
first-open-hint = Una carpeta cuyo nombre termina en «.register».
first-sample = Abrir el registro de MUESTRA
first-sample-hint = Personas y documentos ficticios, un requerimiento por cada estado. Nada en él es real.
first-recent = Registros usados en este equipo
first-recent-open = Abrir { $name }
first-recent-gone = { $name }: su carpeta no está ahí ahora
first-making-sample = Creando el registro de MUESTRA…

first-where = Dónde guardarlo
first-folder = Carpeta
first-folder-choose = Elegir una carpeta…
first-folder-none = Aún no hay carpeta elegida
first-folder-hint = En un disco de este equipo, no en una unidad de red. Quien tenga una copia necesita además una frase de contraseña.
first-folder-missing = Elija una carpeta.
first-name = Nombre del registro
first-name-hint = Será el nombre de su carpeta. No use nombres de usuarios.
first-name-missing = Dé un nombre al registro.
first-name-signs = Una carpeta no puede llamarse así: omita / \ : * ? " < > | y un punto al principio.
first-organisation = Organización
first-organisation-hint = Tal como figura en sus cartas.
first-organisation-missing = Escriba el nombre de la organización.
first-zone = Huso horario de la oficina
first-zone-hint = Los días se cuentan según él cuando no se indica otro.

first-you = Usted y su frase de contraseña
first-person = Su nombre
first-person-hint = Como le conocen sus colegas. Aparece junto a todo lo que haga aquí.
first-person-missing = Escriba su nombre.
first-roles = Qué hace usted aquí
first-roles-hint = Además será administrador: añade personas, hace copias y restaura. Las funciones pueden cambiarse después.
first-counsel-note = Después del primer asesor jurídico, solo la asesoría jurídica da esta función.
first-found = Crear el registro
first-founding = Creando el registro…

first-key = Su clave de recuperación
first-key-why = Es la única entrada cuando se han perdido todas las frases de contraseña. Nadie puede volver a enviársela: este programa no guarda copia legible de ella.
first-key-shown = Clave de recuperación, once grupos de cinco
first-key-write = Escríbala en papel y guárdela donde dos personas puedan hallarla y nadie más. O cópiela en el gestor de contraseñas de su empresa.
first-key-copy = Copiar la clave
first-key-copied = Copiada. Péguela ahora en su gestor de contraseñas y después copie otra cosa.
first-key-not-copied = Este equipo no deja copiar al programa. Escriba la clave en papel.
first-key-written = La he escrito en papel
first-key-gone = La clave se muestra una sola vez, justo después de crear el registro. Escríbala desde su copia. Si no tiene copia, elija otro registro y cree este de nuevo: aún no hay nada en él.
first-key-back = Escriba la clave de vuelta
first-key-back-hint = Desde su copia, no de memoria. Mayúsculas o minúsculas; los espacios y guiones no importan.
first-key-again = Mostrar la clave otra vez
first-key-confirm = Confirmar y empezar
first-key-other = Elegir otro registro
first-key-position = { $name } está creado. Empieza cuando se haya escrito la clave de vuelta.
