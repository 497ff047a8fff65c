<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>CameraModel</name>
    <message>
        <source>without a site</source>
        <translation>sans site</translation>
    </message>
</context>
<context>
    <name>CameraRow</name>
    <message>
        <source>without a site</source>
        <translation>sans site</translation>
    </message>
    <message>
        <source>{live} of {total}</source>
        <translation>{live} sur {total}</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>104 camera to tile · L2 layout · 4x4 grid · H health · ? help</source>
        <translation>104 caméra · L2 disposition · 4x4 grille · H état · ? aide</translation>
    </message>
    <message>
        <source>Entry line: a camera number or a command, then Enter</source>
        <translation>Ligne de saisie : un numéro de caméra ou une commande, puis Entrée</translation>
    </message>
    <message>
        <source>Do it (Enter)</source>
        <translation>Exécuter (Entrée)</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Derniers messages</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>This station has no cameras yet. What shall it show?</source>
        <translation>Ce poste n&apos;a pas encore de caméras. Que doit-il montrer ?</translation>
    </message>
    <message>
        <source>The simulated city, to try the wall</source>
        <translation>La ville simulée, pour essayer le mur</translation>
    </message>
    <message>
        <source>My cameras, from a cameras.csv file…</source>
        <translation>Mes caméras, d&apos;un fichier cameras.csv…</translation>
    </message>
    <message>
        <source>Import these cameras</source>
        <translation>Importer ces caméras</translation>
    </message>
    <message>
        <source>A cameras file</source>
        <translation>Un fichier de caméras</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
</context>
<context>
    <name>HealthModel</name>
    <message>
        <source>in {seconds} s</source>
        <translation>dans {seconds} s</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Prochain</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>Codec</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Fps</source>
        <translation>i/s</translation>
    </message>
    <message>
        <source>Dec.</source>
        <translation>Déc.</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Arrêts</translation>
    </message>
    <message>
        <source>Reconn.</source>
        <translation>Reprises</translation>
    </message>
    <message>
        <source>Number of the camera</source>
        <translation>Numéro de la caméra</translation>
    </message>
    <message>
        <source>Name of the camera</source>
        <translation>Nom de la caméra</translation>
    </message>
    <message>
        <source>Owner of the camera</source>
        <translation>Propriétaire de la caméra</translation>
    </message>
    <message>
        <source>State of the picture</source>
        <translation>État de l&apos;image</translation>
    </message>
    <message>
        <source>Down since (local time)</source>
        <translation>En panne depuis (heure locale)</translation>
    </message>
    <message>
        <source>Why there is no good picture</source>
        <translation>Pourquoi il n&apos;y a pas de bonne image</translation>
    </message>
    <message>
        <source>When the next try begins</source>
        <translation>Quand commence la prochaine tentative</translation>
    </message>
    <message>
        <source>Stream in use</source>
        <translation>Flux utilisé</translation>
    </message>
    <message>
        <source>Codec of the stream</source>
        <translation>Codec du flux</translation>
    </message>
    <message>
        <source>Size of the source picture</source>
        <translation>Taille de l&apos;image source</translation>
    </message>
    <message>
        <source>Frames a second from the source</source>
        <translation>Images par seconde à la source</translation>
    </message>
    <message>
        <source>Number of the decoder process</source>
        <translation>Numéro du processus décodeur</translation>
    </message>
    <message>
        <source>Stalls in the last hour</source>
        <translation>Arrêts de l&apos;image dans la dernière heure</translation>
    </message>
    <message>
        <source>Reconnects in the last hour</source>
        <translation>Reconnexions dans la dernière heure</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Release from quarantine</source>
        <translation>Sortir de quarantaine</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État des caméras</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtrer</translation>
    </message>
    <message>
        <source>Filter the cameras</source>
        <translation>Filtrer les caméras</translation>
    </message>
    <message>
        <source>only cameras on the wall</source>
        <translation>seulement les caméras du mur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cameras and their health, the worst first</source>
        <translation>Les caméras et leur état, les plus graves d&apos;abord</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>The help page is missing from this installation.</source>
        <translation>La page d&apos;aide manque dans cette installation.</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Texts and controls at {percent} % from the next start on</source>
        <translation>Textes et commandes à {percent} % dès le prochain démarrage</translation>
    </message>
    <message>
        <source>The window&apos;s settings were damaged: it starts as new, the old file was put aside</source>
        <translation>Les réglages de la fenêtre étaient endommagés : elle démarre à neuf, l&apos;ancien fichier est mis de côté</translation>
    </message>
    <message>
        <source>The last wall cannot be read: recall a layout, or put cameras on the tiles</source>
        <translation>Le dernier mur est illisible : rappelez une disposition ou placez des caméras</translation>
    </message>
    <message>
        <source>The last wall cannot be read now: {reason}</source>
        <translation>Le dernier mur ne peut pas être lu maintenant : {reason}</translation>
    </message>
    <message>
        <source>What is on the wall cannot be kept for a restart: {reason}</source>
        <translation>Le mur ne peut pas être gardé pour un redémarrage : {reason}</translation>
    </message>
</context>
<context>
    <name>LayoutTabs</name>
    <message>
        <source>Layout {number} {name}: click, or type L{number} and Enter</source>
        <translation>Disposition {number} {name} : cliquez, ou tapez L{number} puis Entrée</translation>
    </message>
    <message>
        <source>no saved layout yet: type S1 and Enter to keep this wall</source>
        <translation>aucune disposition enregistrée : tapez S1 puis Entrée pour garder ce mur</translation>
    </message>
    <message>
        <source>Save this wall as a layout (Ctrl+S)</source>
        <translation>Enregistrer ce mur comme disposition (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save this wall as a layout</source>
        <translation>Enregistrer ce mur comme disposition</translation>
    </message>
    <message>
        <source>Saved layouts</source>
        <translation>Dispositions enregistrées</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Delete layout {number}? The wall stays as it is.</source>
        <translation>Supprimer la disposition {number} ? Le mur reste tel qu&apos;il est.</translation>
    </message>
    <message>
        <source>Delete a layout</source>
        <translation>Supprimer une disposition</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Drawing the simulated city, once: {done} of {total} cameras</source>
        <translation>Dessin de la ville simulée, une seule fois : {done} caméras sur {total}</translation>
    </message>
    <message>
        <source>The simulated city is complete</source>
        <translation>La ville simulée est complète</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>{distance} km</source>
        <translation>{distance} km</translation>
    </message>
    <message>
        <source>{distance} m</source>
        <translation>{distance} m</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, on the map&apos;s arrow</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>locked: {level}</source>
        <translation>verrouillée : {level}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} caméras</translation>
    </message>
    <message>
        <source>Map of the cameras</source>
        <translation>Plan des caméras</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>No camera picked</source>
        <translation>Aucune caméra choisie</translation>
    </message>
    <message>
        <source>Camera {number} has no place in the register</source>
        <translation>La caméra {number} n’a pas de position au registre</translation>
    </message>
    <message>
        <source>Nearest to {place}</source>
        <translation>Au plus près de {place}</translation>
    </message>
    <message>
        <source>may look at it</source>
        <translation>peut le voir</translation>
    </message>
    <message>
        <source>looks at it</source>
        <translation>le regarde</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>regarde ailleurs</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Show all cameras (Home)</source>
        <translation>Montrer toutes les caméras (Origine)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Back to the side (Shift+F3)</source>
        <translation>De nouveau sur le côté (Maj+F3)</translation>
    </message>
    <message>
        <source>In place of the wall (Shift+F3)</source>
        <translation>À la place du mur (Maj+F3)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide the map (F3)</source>
        <translation>Masquer le plan (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nearest cameras: Enter puts one on the selected tile</source>
        <translation>Caméras les plus proches : Entrée en met une sur la tuile choisie</translation>
    </message>
    <message>
        <source>{count} cameras without a place</source>
        <translation>{count} caméras sans position</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Wall</source>
        <translation>&amp;Mur</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>&amp;Disposition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Snapshot of the selected tile</source>
        <translation>Capture de la tuile choisie</translation>
    </message>
    <message>
        <source>Snapshot of the whole wall</source>
        <translation>Capture de tout le mur</translation>
    </message>
    <message>
        <source>Wall only, full screen</source>
        <translation>Mur seul, plein écran</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Save this wall…</source>
        <translation>Enregistrer ce mur…</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Size of texts</source>
        <translation>Taille des textes</translation>
    </message>
    <message>
        <source>Find a camera</source>
        <translation>Chercher une caméra</translation>
    </message>
    <message>
        <source>Entry line</source>
        <translation>Ligne de saisie</translation>
    </message>
    <message>
        <source>Health of the cameras</source>
        <translation>État des caméras</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Map in place of the wall</source>
        <translation>Plan à la place du mur</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>Aide et touches</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the wall as a layout</source>
        <translation>Enregistrer le mur comme disposition</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Replaces layout {number} {name}</source>
        <translation>Remplace la disposition {number} {name}</translation>
    </message>
</context>
<context>
    <name>SnapshotDesk</name>
    <message>
        <source>The selected tile is empty: no snapshot was taken</source>
        <translation>La tuile choisie est vide : aucune capture n&apos;a été prise</translation>
    </message>
    <message>
        <source>Snapshot {name}</source>
        <translation>Capture {name}</translation>
    </message>
    <message>
        <source>No snapshot was kept: there is no picture to keep</source>
        <translation>Aucune capture gardée : il n&apos;y a pas d&apos;image</translation>
    </message>
    <message>
        <source>No snapshot was kept: the disk of {folder} is full, make room there</source>
        <translation>Aucune capture gardée : le disque de {folder} est plein, libérez de la place</translation>
    </message>
    <message>
        <source>No snapshot was kept: {folder} cannot be written</source>
        <translation>Aucune capture gardée : impossible d&apos;écrire dans {folder}</translation>
    </message>
</context>
<context>
    <name>SourcesPanel</name>
    <message>
        <source>number or name</source>
        <translation>numéro ou nom</translation>
    </message>
    <message>
        <source>Find a camera by number, name or owner</source>
        <translation>Chercher une caméra par numéro, nom ou propriétaire</translation>
    </message>
    <message>
        <source>Enter puts the first hit on the selected tile (Ctrl+F)</source>
        <translation>Entrée place la première trouvée dans la tuile choisie (Ctrl+F)</translation>
    </message>
    <message>
        <source>Cameras by owner and site</source>
        <translation>Caméras par propriétaire et par site</translation>
    </message>
    <message>
        <source>No camera has this number or name.</source>
        <translation>Aucune caméra n&apos;a ce numéro ou ce nom.</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>Time of day</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Heure locale</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>not watched</source>
        <translation>non affichée</translation>
    </message>
    <message>
        <source>Back to the layout</source>
        <translation>Revenir à la disposition</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer toute l&apos;image</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Capture</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Take the camera off</source>
        <translation>Retirer la caméra</translation>
    </message>
    <message>
        <source>By the tile&apos;s size</source>
        <translation>Selon la taille de la tuile</translation>
    </message>
    <message>
        <source>No camera {number}</source>
        <translation>Pas de caméra {number}</translation>
    </message>
    <message>
        <source>not in the register, or without an address</source>
        <translation>absente du registre, ou sans adresse</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>muette</translation>
    </message>
    <message>
        <source>not live</source>
        <translation>pas en direct</translation>
    </message>
    <message>
        <source>frozen at source</source>
        <translation>figée à la source</translation>
    </message>
    <message>
        <source>overview, {age} old</source>
        <translation>aperçu, il y a {age}</translation>
    </message>
    <message>
        <source>Lost · {cause}</source>
        <translation>Perdue · {cause}</translation>
    </message>
    <message>
        <source>Closed by its owner</source>
        <translation>Fermée par son propriétaire</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>En quarantaine</translation>
    </message>
    <message>
        <source>release it with “Try now”</source>
        <translation>la libérer : « Réessayer maintenant »</translation>
    </message>
    <message>
        <source>Refused · {cause}</source>
        <translation>Refusée · {cause}</translation>
    </message>
    <message>
        <source>mend it, then “Try now”</source>
        <translation>corriger, puis « Réessayer maintenant »</translation>
    </message>
    <message>
        <source>late {age}</source>
        <translation>en retard {age}</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>essai en cours</translation>
    </message>
    <message>
        <source>next try in {seconds} s</source>
        <translation>prochain essai dans {seconds} s</translation>
    </message>
    <message>
        <source>down since {time}</source>
        <translation>en panne depuis {time}</translation>
    </message>
    <message>
        <source>zoom {factor}×</source>
        <translation>zoom {factor}×</translation>
    </message>
    <message>
        <source>{stream}, pinned</source>
        <translation>{stream}, fixé</translation>
    </message>
    <message>
        <source>tile {number}</source>
        <translation>tuile {number}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>late</source>
        <translation>en retard</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>périmée</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdue</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>figée</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermée</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>quarantaine</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>injoignable</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>wrong user or password</source>
        <translation>identifiants refusés</translation>
    </message>
    <message>
        <source>access forbidden</source>
        <translation>accès interdit</translation>
    </message>
    <message>
        <source>no such stream</source>
        <translation>flux inexistant</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>certificat non reconnu</translation>
    </message>
    <message>
        <source>ended by the camera</source>
        <translation>coupée par la caméra</translation>
    </message>
    <message>
        <source>unreadable video</source>
        <translation>vidéo illisible</translation>
    </message>
    <message>
        <source>format not allowed</source>
        <translation>format non autorisé</translation>
    </message>
    <message>
        <source>address not allowed</source>
        <translation>adresse non autorisée</translation>
    </message>
    <message>
        <source>picture too large</source>
        <translation>image trop grande</translation>
    </message>
    <message>
        <source>too much data</source>
        <translation>débit trop élevé</translation>
    </message>
    <message>
        <source>camera clock runs wild</source>
        <translation>horloge de la caméra déréglée</translation>
    </message>
    <message>
        <source>no password in the vault</source>
        <translation>mot de passe absent du coffre</translation>
    </message>
    <message>
        <source>owner&apos;s connections used up</source>
        <translation>connexions du propriétaire épuisées</translation>
    </message>
    <message>
        <source>decoder died</source>
        <translation>décodeur arrêté</translation>
    </message>
    <message>
        <source>decoder hung</source>
        <translation>décodeur bloqué</translation>
    </message>
    <message>
        <source>decoder out of memory</source>
        <translation>décodeur à court de mémoire</translation>
    </message>
    <message>
        <source>unclear, see health</source>
        <translation>cause inconnue, voir l&apos;état</translation>
    </message>
    <message>
        <source>mosaic</source>
        <translation>mosaïque</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>silhouette</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>nette</translation>
    </message>
    <message>
        <source>main</source>
        <translation>principal</translation>
    </message>
    <message>
        <source>sub</source>
        <translation>secondaire</translation>
    </message>
    <message>
        <source>overview</source>
        <translation>aperçu</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Tramway</source>
        <translation>Tramway</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Banque</translation>
    </message>
    <message>
        <source>School</source>
        <translation>École</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Commerce</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Hôpital</translation>
    </message>
    <message>
        <source>Hotel</source>
        <translation>Hôtel</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>pas d&apos;image</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>WallCommands</name>
    <message>
        <source>Layout {number} {name} exists: press Enter again to replace it</source>
        <translation>La disposition {number} {name} existe : Entrée encore une fois pour la remplacer</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>Il n&apos;y a pas de caméra {number}</translation>
    </message>
    <message>
        <source>{number} {name} on tile {tile}</source>
        <translation>{number} {name} dans la tuile {tile}</translation>
    </message>
    <message>
        <source>There is no layout {number}</source>
        <translation>Il n&apos;y a pas de disposition {number}</translation>
    </message>
    <message>
        <source>Layout {number} cannot be read: save it again or delete it</source>
        <translation>La disposition {number} est illisible : enregistrez-la de nouveau ou supprimez-la</translation>
    </message>
    <message>
        <source>Layouts cannot be read now: {reason}</source>
        <translation>Les dispositions ne peuvent pas être lues maintenant : {reason}</translation>
    </message>
    <message>
        <source>Layout {number} {name}</source>
        <translation>Disposition {number} {name}</translation>
    </message>
    <message>
        <source>The layout was not saved: {reason}</source>
        <translation>La disposition n&apos;est pas enregistrée : {reason}</translation>
    </message>
    <message>
        <source>Saved as layout {number} {name}</source>
        <translation>Enregistré comme disposition {number} {name}</translation>
    </message>
    <message>
        <source>The layout was not deleted: {reason}</source>
        <translation>La disposition n&apos;est pas supprimée : {reason}</translation>
    </message>
    <message>
        <source>Layout {number} deleted</source>
        <translation>Disposition {number} supprimée</translation>
    </message>
    <message>
        <source>There is no grid {name}: take {presets}, or rows x columns such as 4x3</source>
        <translation>Pas de grille {name} : prenez {presets}, ou lignes x colonnes, par exemple 4x3</translation>
    </message>
    <message>
        <source>Grid {name}</source>
        <translation>Grille {name}</translation>
    </message>
    <message>
        <source>Trying camera {number} again</source>
        <translation>Nouvel essai de la caméra {number}</translation>
    </message>
    <message>
        <source>Camera {number} stands on no tile: type {number} and Enter to show it</source>
        <translation>La caméra {number} n&apos;est dans aucune tuile : tapez {number} puis Entrée pour l&apos;afficher</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>Rien n&apos;a été saisi</translation>
    </message>
    <message>
        <source>“{line}” is no command: type a camera number, L2, S2, 4x4, 1+5, H or ?</source>
        <translation>« {line} » n&apos;est pas une commande : tapez un numéro de caméra, L2, S2, 4x4, 1+5, H ou ?</translation>
    </message>
    <message>
        <source>“{line}” is no camera number: they run from 1 to 999999</source>
        <translation>« {line} » n&apos;est pas un numéro de caméra : ils vont de 1 à 999999</translation>
    </message>
    <message>
        <source>“{line}” is no layout number: they run from 1 to 999</source>
        <translation>« {line} » n&apos;est pas un numéro de disposition : ils vont de 1 à 999</translation>
    </message>
    <message>
        <source>Which layout? Type its number too, such as L2 or S2</source>
        <translation>Quelle disposition ? Tapez aussi son numéro, par exemple L2 ou S2</translation>
    </message>
</context>
</TS>
