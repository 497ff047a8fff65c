<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_MA" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>A life at risk</source>
        <translation>Une vie en danger</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>Intrusion</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Incendie</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Foule</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>Accident de la circulation</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>Personne disparue</translation>
    </message>
    <message>
        <source>Public order</source>
        <translation>Ordre public</translation>
    </message>
    <message>
        <source>Technical check</source>
        <translation>Contrôle technique</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>opérateur</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>superviseur</translation>
    </message>
    <message>
        <source>owner&apos;s representative</source>
        <translation>représentant du propriétaire</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditeur</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>trainer</source>
        <translation>formateur</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvée</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirée</translation>
    </message>
    <message>
        <source>expired, nobody decided in time</source>
        <translation>expirée, personne n&apos;a décidé à temps</translation>
    </message>
    <message>
        <source>no longer possible</source>
        <translation>plus possible</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>durée écoulée</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>révoqué</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>rendu</translation>
    </message>
    <message>
        <source>stopped by a lock</source>
        <translation>arrêté par un verrou</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>the owner&apos;s representative</source>
        <translation>le représentant du propriétaire</translation>
    </message>
    <message>
        <source>{leg} {count} of {needed}</source>
        <translation>{leg} {count} sur {needed}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>{count} × {whom}</source>
        <translation>{count} × {whom}</translation>
    </message>
    <message>
        <source>Must agree: {who}</source>
        <translation>Doivent accepter : {who}</translation>
    </message>
    <message>
        <source>At most {time}</source>
        <translation>Au plus {time}</translation>
    </message>
    <message>
        <source>Expires undecided after {time}</source>
        <translation>Expire sans décision après {time}</translation>
    </message>
    <message>
        <source>Opens at once on {facts}</source>
        <translation>S&apos;ouvre aussitôt sur {facts}</translation>
    </message>
    <message>
        <source>Break-glass not possible</source>
        <translation>Bris de glace impossible</translation>
    </message>
    <message>
        <source>Break-glass not possible for {numbers}</source>
        <translation>Bris de glace impossible pour {numbers}</translation>
    </message>
    <message>
        <source>Break-glass possible, at most {time}</source>
        <translation>Bris de glace possible, au plus {time}</translation>
    </message>
</context>
<context>
    <name>AccessPanel</name>
    <message>
        <source>{open} open · {asked} asked</source>
        <translation>{open} ouverts · {asked} demandés</translation>
    </message>
    <message>
        <source>clear until {time}</source>
        <translation>en clair jusqu&apos;à {time}</translation>
    </message>
    <message>
        <source>Give back {numbers}</source>
        <translation>Rendre {numbers}</translation>
    </message>
    <message>
        <source>More time…</source>
        <translation>Plus de temps…</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Withdraw the request for {names}</source>
        <translation>Retirer la demande pour {names}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>agreed: {who}</source>
        <translation>d&apos;accord : {who}</translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>en attente de {who}</translation>
    </message>
    <message>
        <source>its time was over</source>
        <translation>durée écoulée</translation>
    </message>
    <message>
        <source>{why}, the decoder has not confirmed it yet</source>
        <translation>{why}, le décodeur ne l&apos;a pas encore confirmé</translation>
    </message>
    <message>
        <source>closed {time}: {why}</source>
        <translation>fermé à {time} : {why}</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} et {count} de plus</translation>
    </message>
    <message>
        <source>The request was withdrawn</source>
        <translation>La demande est retirée</translation>
    </message>
    <message>
        <source>Given back; the picture closes</source>
        <translation>Rendu ; l&apos;image se ferme</translation>
    </message>
    <message>
        <source>My access</source>
        <translation>Mes accès</translation>
    </message>
    <message>
        <source>Ask (R)</source>
        <translation>Demander (R)</translation>
    </message>
    <message>
        <source>Ask for access to a camera</source>
        <translation>Demander l&apos;accès à une caméra</translation>
    </message>
    <message>
        <source>Nothing asked for and nothing open. Select a private camera and press R.</source>
        <translation>Rien de demandé, rien d&apos;ouvert. Choisissez une caméra privée et appuyez sur R.</translation>
    </message>
    <message>
        <source>The store does not answer: what is shown here may be old.</source>
        <translation>La base ne répond pas : ce qui est affiché ici peut être ancien.</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>Propose a change for {owner}</source>
        <translation>Proposer un changement pour {owner}</translation>
    </message>
    <message>
        <source>Longest clear view, min</source>
        <translation>Vue claire la plus longue, min</translation>
    </message>
    <message>
        <source>Request waits at most, min</source>
        <translation>Attente maximale d&apos;une demande, min</translation>
    </message>
    <message>
        <source>Break-glass at most, s (0: not allowed)</source>
        <translation>Bris de glace au plus, s (0 : interdit)</translation>
    </message>
    <message>
        <source>Denials that end a request</source>
        <translation>Refus qui closent une demande</translation>
    </message>
    <message>
        <source>May be asked for</source>
        <translation>Peut être demandé pour</translation>
    </message>
    <message>
        <source>Who must agree</source>
        <translation>Qui doit consentir</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>Sans demande</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreements</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>Versions of the owners&apos; agreements, the newest first</source>
        <translation>Versions des accords des propriétaires, la plus récente d&apos;abord</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signée par</translation>
    </message>
    <message>
        <source>No agreement yet. Nothing of an owner opens before there is one in force.</source>
        <translation>Pas encore d&apos;accord. Rien d&apos;un propriétaire ne s&apos;ouvre avant qu&apos;un accord soit en vigueur.</translation>
    </message>
    <message>
        <source>Propose a change (P)</source>
        <translation>Proposer un changement (P)</translation>
    </message>
    <message>
        <source>Countersign (S)</source>
        <translation>Contresigner (S)</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>waits for its owner</source>
        <translation>attend son propriétaire</translation>
    </message>
    <message>
        <source>Against version {version}, which is in force; what differs is marked.</source>
        <translation>Face à la version {version}, en vigueur ; ce qui diffère est marqué.</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>remplacée</translation>
    </message>
    <message>
        <source>countersigned, waits for the trust list</source>
        <translation>contresignée, attend la liste de confiance</translation>
    </message>
    <message>
        <source>This is in force.</source>
        <translation>Ceci est en vigueur.</translation>
    </message>
    <message>
        <source>There is none in force yet: all of it would be new.</source>
        <translation>Aucun n&apos;est encore en vigueur : tout serait nouveau.</translation>
    </message>
    <message>
        <source>Agree to version {version} in the name of {owner}</source>
        <translation>Consentir à la version {version} au nom de {owner}</translation>
    </message>
    <message>
        <source>Countersigned. It takes force with the next trust list.</source>
        <translation>Contresignée. Elle entre en vigueur avec la prochaine liste de confiance.</translation>
    </message>
    <message>
        <source>Version {version} is proposed; its owner has to countersign it.</source>
        <translation>La version {version} est proposée ; son propriétaire doit la contresigner.</translation>
    </message>
</context>
<context>
    <name>AlarmBadge</name>
    <message>
        <source>{alarms} to look at</source>
        <translation>{alarms} à regarder</translation>
    </message>
</context>
<context>
    <name>AlarmFloor</name>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>There are no alarms</source>
        <translation>Il n&apos;y a pas d&apos;alarme</translation>
    </message>
    <message>
        <source>Alarm: {what}</source>
        <translation>Alarme : {what}</translation>
    </message>
    <message>
        <source>Incident {number} opened from the alarm: {title}</source>
        <translation>Incident {number} ouvert depuis l&apos;alarme : {title}</translation>
    </message>
    <message>
        <source>Confirmed under your name: {what}</source>
        <translation>Confirmé sous votre nom : {what}</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Ce que l&apos;on sait</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Its reference</source>
        <translation>Sa référence</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Says of</source>
        <translation>Annonce</translation>
    </message>
    <message>
        <source>First raised</source>
        <translation>Première fois</translation>
    </message>
    <message>
        <source>Last raised</source>
        <translation>Dernière fois</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>nobody has acknowledged it</source>
        <translation>personne ne l&apos;a acquittée</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>shelved until {time}: {reason}</source>
        <translation>suspendue jusqu&apos;à {time} : {reason}</translation>
    </message>
    <message>
        <source>acknowledged by {name}</source>
        <translation>acquittée par {name}</translation>
    </message>
    <message>
        <source>its incident is over</source>
        <translation>son incident est terminé</translation>
    </message>
    <message>
        <source>incident {number}</source>
        <translation>incident {number}</translation>
    </message>
    <message>
        <source>1 alarm</source>
        <translation>1 alarme</translation>
    </message>
    <message>
        <source>{count} alarms</source>
        <translation>{count} alarmes</translation>
    </message>
</context>
<context>
    <name>AlarmsPanel</name>
    <message>
        <source>Acknowledge</source>
        <translation>Acquitter</translation>
    </message>
    <message>
        <source>Shelve…</source>
        <translation>Suspendre…</translation>
    </message>
    <message>
        <source>Take from the shelf</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Confirm the event…</source>
        <translation>Confirmer l&apos;événement…</translation>
    </message>
    <message>
        <source>Show its camera</source>
        <translation>Montrer sa caméra</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>à regarder : {count}</translation>
    </message>
    <message>
        <source>all seen</source>
        <translation>toutes vues</translation>
    </message>
    <message>
        <source>Open an incident</source>
        <translation>Ouvrir un incident</translation>
    </message>
    <message>
        <source>Go to its incident</source>
        <translation>Aller à son incident</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarmes</translation>
    </message>
    <message>
        <source>Alarms, the most urgent first; Enter tells all of one</source>
        <translation>Alarmes, la plus urgente d&apos;abord ; Entrée dit tout de l&apos;une d&apos;elles</translation>
    </message>
    <message>
        <source>A flood of alarms: more in {minutes} minutes than people can look at. None is hidden.</source>
        <translation>Afflux d&apos;alarmes : plus en {minutes} minutes que l&apos;on ne peut en regarder. Aucune n&apos;est cachée.</translation>
    </message>
</context>
<context>
    <name>BindingsEditor</name>
    <message>
        <source>leaves the wall as it is</source>
        <translation>laisse le mur tel quel</translation>
    </message>
    <message>
        <source>one line for each thing to be done</source>
        <translation>une ligne par chose à faire</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Mur</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>There is no layer yet: draw one, then a level can bring it</source>
        <translation>Aucun calque encore : dessinez-en un, un niveau pourra alors l&apos;apporter</translation>
    </message>
    <message>
        <source>{number}  (nothing is saved under it)</source>
        <translation>{number}  (rien n&apos;est enregistré sous ce numéro)</translation>
    </message>
    <message>
        <source>{name} (no owner&apos;s policy knows it now)</source>
        <translation>{name} (aucune règle d&apos;un propriétaire ne la connaît)</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>{count} points are the most; change one or remove it</source>
        <translation>{count} points au plus ; modifiez-en un ou supprimez-le</translation>
    </message>
    <message>
        <source>{count} of at least {least} points matched</source>
        <translation>{count} points appariés sur au moins {least}</translation>
    </message>
    <message>
        <source>point {number} does not fit the others; put it right or remove it</source>
        <translation>le point {number} ne concorde pas avec les autres ; corrigez-le ou supprimez-le</translation>
    </message>
    <message>
        <source>four points always fit; match a fifth to see how well</source>
        <translation>quatre points concordent toujours ; appariez-en un cinquième pour juger</translation>
    </message>
    <message>
        <source>fits within {pixels} px</source>
        <translation>concorde à {pixels} px près</translation>
    </message>
</context>
<context>
    <name>CalibrationDesk</name>
    <message>
        <source>Calibrate the ground of {camera}</source>
        <translation>Étalonner le sol de {camera}</translation>
    </message>
    <message>
        <source>Remove the point</source>
        <translation>Supprimer le point</translation>
    </message>
    <message>
        <source>Next point</source>
        <translation>Point suivant</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Picture of {camera}</source>
        <translation>Image de {camera}</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>point in the picture</source>
        <translation>pointez dans l&apos;image</translation>
    </message>
    <message>
        <source>point on the map</source>
        <translation>pointez sur la carte</translation>
    </message>
</context>
<context>
    <name>CalibrationDoor</name>
    <message>
        <source>To calibrate it, show camera {number} clear and whole</source>
        <translation>Pour l&apos;étalonner, affichez la caméra {number} en clair et en entier</translation>
    </message>
    <message>
        <source>The ground of camera {number} is calibrated</source>
        <translation>Le sol de la caméra {number} est étalonné</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Cameras to ask for; Space ticks one</source>
        <translation>Caméras à demander ; Espace en coche une</translation>
    </message>
    <message>
        <source>number, then Enter: one more camera</source>
        <translation>numéro, puis Entrée : une caméra de plus</translation>
    </message>
    <message>
        <source>Add a camera by its number</source>
        <translation>Ajouter une caméra par son numéro</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>Il n&apos;y a pas de caméra {number}</translation>
    </message>
</context>
<context>
    <name>CameraCount</name>
    <message numerus="yes">
        <source>Approved: camera(s) {numbers} open until {time} at station {station}</source>
        <translation>
            <numerusform>Approuvée : caméra {numbers} ouverte jusqu&apos;à {time} au poste {station}</numerusform>
            <numerusform>Approuvée : caméras {numbers} ouvertes jusqu&apos;à {time} au poste {station}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sees clear already: camera(s) {numbers}</source>
        <translation>
            <numerusform>voit déjà en clair : caméra {numbers}</numerusform>
            <numerusform>voit déjà en clair : caméras {numbers}</numerusform>
        </translation>
    </message>
</context>
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
    <name>CamerasPart</name>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>number, then Enter: one more camera</source>
        <translation>numéro, puis Entrée : une caméra de plus</translation>
    </message>
    <message>
        <source>Link a camera by its number</source>
        <translation>Lier une caméra par son numéro</translation>
    </message>
    <message>
        <source>What the camera is to it</source>
        <translation>Le rôle de la caméra</translation>
    </message>
    <message>
        <source>It shows it no longer</source>
        <translation>Elle ne le montre plus</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>jusqu&apos;à {time}</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>Il n&apos;y a pas de caméra {number}</translation>
    </message>
</context>
<context>
    <name>CamerasTable</name>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Without a clear view</source>
        <translation>Sans vue claire</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>Bris de glace</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>What holds for each camera</source>
        <translation>Ce qui vaut pour chaque caméra</translation>
    </message>
    <message>
        <source>{count}, draw …</source>
        <translation>{count}, dessiner …</translation>
    </message>
</context>
<context>
    <name>CapForm</name>
    <message>
        <source>Export as CAP</source>
        <translation>Exporter en CAP</translation>
    </message>
    <message>
        <source>A real message</source>
        <translation>Un vrai message</translation>
    </message>
    <message>
        <source>A test of the link</source>
        <translation>Un essai de la liaison</translation>
    </message>
    <message>
        <source>A draft, for somebody to look at</source>
        <translation>Un brouillon, à faire relire</translation>
    </message>
    <message>
        <source>An exercise: this is a drill</source>
        <translation>Un exercice : ceci est un entraînement</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restreint</translation>
    </message>
    <message>
        <source>Private, to these addresses</source>
        <translation>Privé, à ces adresses</translation>
    </message>
    <message>
        <source>The public</source>
        <translation>Le public</translation>
    </message>
    <message>
        <source>control rooms</source>
        <translation>salles de commandement</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>I have read the message as the public will</source>
        <translation>J’ai lu le message comme le public le lira</translation>
    </message>
    <message>
        <source>Write the message…</source>
        <translation>Écrire le message…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What leaves</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Who they are</source>
        <translation>Qui sont-ils</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Nom de l’émetteur</translation>
    </message>
    <message>
        <source>It holds for</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>The message as it would leave</source>
        <translation>Le message tel qu’il partirait</translation>
    </message>
    <message>
        <source>The first message about it ({status})</source>
        <translation>Le premier message à ce sujet ({status})</translation>
    </message>
    <message>
        <source>An update ({status}) of messages sent before: {count}</source>
        <translation>Une mise à jour ({status}) de messages déjà envoyés : {count}</translation>
    </message>
    <message>
        <source>A cancellation ({status}) of messages sent before: {count}</source>
        <translation>Une annulation ({status}) de messages déjà envoyés : {count}</translation>
    </message>
</context>
<context>
    <name>CertifyScene</name>
    <message>
        <source>Certify an empty scene of {number} {name}</source>
        <translation>Certifier une scène vide de {number} {name}</translation>
    </message>
    <message>
        <source>The scene to be certified</source>
        <translation>La scène à certifier</translation>
    </message>
    <message>
        <source>I have looked: nobody is in it, and nothing that should not be seen</source>
        <translation>J&apos;ai regardé : personne n&apos;y figure, ni rien qui ne doive être vu</translation>
    </message>
    <message>
        <source>Take one now …</source>
        <translation>En prendre une …</translation>
    </message>
    <message>
        <source>Propose it …</source>
        <translation>Proposer …</translation>
    </message>
    <message>
        <source>Scenes that were taken, the newest first</source>
        <translation>Scènes prises, la plus récente d&apos;abord</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise</translation>
    </message>
    <message>
        <source>Pictures of</source>
        <translation>Images de</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>None was taken yet. It is taken from the clear picture: by somebody who has it open, in the menu Access, or by you while it is open to you here.</source>
        <translation>Aucune n&apos;a encore été prise. Elle se prend sur l&apos;image en clair : par quelqu&apos;un qui l&apos;a ouverte, dans le menu Accès, ou par vous tant qu&apos;elle vous est ouverte ici.</translation>
    </message>
    <message>
        <source>named by the agreement in force</source>
        <translation>nommée par l&apos;accord en vigueur</translation>
    </message>
    <message>
        <source>not certified</source>
        <translation>non certifiée</translation>
    </message>
    <message>
        <source>This file is not what was taken: it draws nothing, and cannot be certified. Take another.</source>
        <translation>Ce fichier n&apos;est pas ce qui a été pris : il ne dessine rien et ne peut être certifié. Prenez-en une autre.</translation>
    </message>
</context>
<context>
    <name>ChangePassword</name>
    <message>
        <source>Change password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>still to be done</source>
        <translation>reste à faire</translation>
    </message>
    <message>
        <source>{who}, {time}, waits for the store</source>
        <translation>{who}, {time}, attend la base</translation>
    </message>
    <message>
        <source>{who}, {time}</source>
        <translation>{who}, {time}</translation>
    </message>
    <message>
        <source>Checklist of level {level}</source>
        <translation>Liste de contrôle du niveau {level}</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} sur {count} faits</translation>
    </message>
</context>
<context>
    <name>CircumstancesTable</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Within, m</source>
        <translation>À moins de, m</translation>
    </message>
    <message>
        <source>Not older than, min</source>
        <translation>Pas plus vieux que, min</translation>
    </message>
    <message>
        <source>Opens for, min</source>
        <translation>Ouvre pour, min</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Par jour</translation>
    </message>
    <message>
        <source>What opens without asking</source>
        <translation>Ce qui s&apos;ouvre sans demande</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Remove the last rule</source>
        <translation>Ôter la dernière règle</translation>
    </message>
</context>
<context>
    <name>ConfirmEventPage</name>
    <message>
        <source>Confirm an event</source>
        <translation>Confirmer un fait</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>At the place of camera</source>
        <translation>À l&apos;endroit de la caméra</translation>
    </message>
    <message>
        <source>Minutes ago</source>
        <translation>Il y a, minutes</translation>
    </message>
    <message>
        <source>Confirm (Ctrl+Enter)</source>
        <translation>Confirmer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>You confirm under your own name that this happened. Where an owner agreed to it beforehand, cameras near it then open to people on duty who ask; never to you.</source>
        <translation>Vous confirmez sous votre propre nom que ceci est arrivé. Là où un propriétaire y a consenti d&apos;avance, les caméras proches s&apos;ouvrent alors aux personnes en service qui le demandent ; jamais à vous.</translation>
    </message>
    <message>
        <source>No camera has a place in the register: give some a place first.</source>
        <translation>Aucune caméra n&apos;a de position au registre : donnez-en d&apos;abord.</translation>
    </message>
    <message>
        <source>Confirmed: {what}, {time}</source>
        <translation>Confirmé : {what}, {time}</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>nobody known</source>
        <translation>personne de connu</translation>
    </message>
</context>
<context>
    <name>ConflictPage</name>
    <message>
        <source>Changes to settle</source>
        <translation>Modifications à trancher</translation>
    </message>
    <message>
        <source>Nothing waits to be settled.</source>
        <translation>Rien n&apos;attend d&apos;être tranché.</translation>
    </message>
    <message>
        <source>Two people changed the same thing. What holds now was there first; what was wanted waits until somebody decides.</source>
        <translation>Deux personnes ont modifié la même chose. Ce qui vaut maintenant est arrivé en premier ; ce qui était voulu attend que quelqu&apos;un tranche.</translation>
    </message>
</context>
<context>
    <name>ConflictRow</name>
    <message>
        <source>Holds now · {name}</source>
        <translation>Vaut maintenant · {name}</translation>
    </message>
    <message>
        <source>Wanted · {name}, {time}</source>
        <translation>Voulu · {name}, {time}</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Garder ceci</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Prendre ceci</translation>
    </message>
    <message>
        <source>that it is deleted</source>
        <translation>que ce soit supprimé</translation>
    </message>
    <message>
        <source>It was deleted meanwhile: what is wanted still has to be made anew</source>
        <translation>Cela a été supprimé entre-temps : ce qui est encore voulu doit être refait</translation>
    </message>
    <message>
        <source>The store does not know it: what is wanted still has to be made anew</source>
        <translation>La base ne le connaît pas : ce qui est encore voulu doit être refait</translation>
    </message>
    <message>
        <source>A rule stood against it when this station was back: {rule}</source>
        <translation>Une règle s&apos;y est opposée au retour de ce poste : {rule}</translation>
    </message>
</context>
<context>
    <name>CotForm</name>
    <message>
        <source>Export to CoT</source>
        <translation>Exporter en CoT</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Repères</translation>
    </message>
    <message>
        <source>Layers that are shown</source>
        <translation>Couches affichées</translation>
    </message>
    <message>
        <source>Public cameras: where they stand and look</source>
        <translation>Caméras publiques : où elles sont et regardent</translation>
    </message>
    <message>
        <source>Private cameras too, those that I may know of</source>
        <translation>Aussi les caméras privées que je peux connaître</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Écrire…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>No address of a stream leaves. What another system does with the file is not in our hands.</source>
        <translation>Aucune adresse de flux ne part. Ce qu’un autre système fait du fichier n’est pas entre nos mains.</translation>
    </message>
</context>
<context>
    <name>Crisis</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>State and owner</source>
        <translation>État et responsable</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>Doublon de</translation>
    </message>
    <message>
        <source>Related incident</source>
        <translation>Incident lié</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Alarm and its acknowledgement</source>
        <translation>Alarme et son acquittement</translation>
    </message>
    <message>
        <source>Shelving</source>
        <translation>Mise de côté</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Qui le voit</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Person fallen</source>
        <translation>Personne tombée</translation>
    </message>
    <message>
        <source>Crowd pressure</source>
        <translation>Pression de foule</translation>
    </message>
    <message>
        <source>Fire or smoke</source>
        <translation>Feu ou fumée</translation>
    </message>
    <message>
        <source>Fight</source>
        <translation>Bagarre</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>Accident de la circulation</translation>
    </message>
    <message>
        <source>Vehicle stopped</source>
        <translation>Véhicule à l&apos;arrêt</translation>
    </message>
    <message>
        <source>Intrusion</source>
        <translation>Intrusion</translation>
    </message>
    <message>
        <source>Unattended bag</source>
        <translation>Sac abandonné</translation>
    </message>
    <message>
        <source>Missing person</source>
        <translation>Personne disparue</translation>
    </message>
    <message>
        <source>Gathering</source>
        <translation>Attroupement</translation>
    </message>
    <message>
        <source>Flooding</source>
        <translation>Inondation</translation>
    </message>
    <message>
        <source>Light or power out</source>
        <translation>Panne de lumière ou de courant</translation>
    </message>
    <message>
        <source>a duplicate?</source>
        <translation>un doublon ?</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
    <message>
        <source>{count} cameras</source>
        <translation>{count} caméras</translation>
    </message>
    <message>
        <source>1 camera</source>
        <translation>1 caméra</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Le signaler</translation>
    </message>
    <message>
        <source>Begin work</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Mettre en attente</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Résoudre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Withdraw: it was none…</source>
        <translation>Retirer : ce n&apos;en était pas un…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Rouvrir…</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>résolu</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Public safety</source>
        <translation>Sécurité des personnes</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sûreté</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Fire</source>
        <translation>Incendie</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Secours</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Infrastructure</source>
        <translation>Infrastructure</translation>
    </message>
    <message>
        <source>Weather and flood</source>
        <translation>Météo et inondation</translation>
    </message>
    <message>
        <source>Earthquake and landslide</source>
        <translation>Séisme et glissement de terrain</translation>
    </message>
    <message>
        <source>Pollution</source>
        <translation>Pollution</translation>
    </message>
    <message>
        <source>Chemical, nuclear, explosive</source>
        <translation>Chimique, nucléaire, explosif</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Act at once</source>
        <translation>Agir tout de suite</translation>
    </message>
    <message>
        <source>Act within the hour</source>
        <translation>Agir dans l&apos;heure</translation>
    </message>
    <message>
        <source>Act later</source>
        <translation>Agir plus tard</translation>
    </message>
    <message>
        <source>It is past</source>
        <translation>C&apos;est passé</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Extraordinary threat</source>
        <translation>Menace extraordinaire</translation>
    </message>
    <message>
        <source>Significant threat</source>
        <translation>Menace importante</translation>
    </message>
    <message>
        <source>Possible threat</source>
        <translation>Menace possible</translation>
    </message>
    <message>
        <source>Minor threat</source>
        <translation>Menace mineure</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Constaté</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Possible</translation>
    </message>
    <message>
        <source>Unlikely</source>
        <translation>Peu probable</translation>
    </message>
    <message>
        <source>shows it</source>
        <translation>le montre</translation>
    </message>
    <message>
        <source>shows its surroundings</source>
        <translation>montre ses environs</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>preuve</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>posé</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Repère</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <source>Drawing on a layer</source>
        <translation>Dessin d&apos;une couche</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Request for a level</source>
        <translation>Demande de niveau</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>Niveau de crise</translation>
    </message>
    <message>
        <source>{event}, {place}</source>
        <translation>{event}, {place}</translation>
    </message>
</context>
<context>
    <name>CrisisFloor</name>
    <message>
        <source>&amp;Incidents</source>
        <translation>&amp;Incidents</translation>
    </message>
    <message>
        <source>Spotlight nearest 8</source>
        <translation>Projecteur sur les 8 plus proches</translation>
    </message>
    <message>
        <source>Draw perimeter</source>
        <translation>Dessiner un périmètre</translation>
    </message>
    <message>
        <source>Its log</source>
        <translation>Son journal</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Requests that wait, the most urgent first</source>
        <translation>Demandes en attente, la plus urgente d&apos;abord</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Nothing waits for you. A new request appears here and is announced.</source>
        <translation>Rien ne vous attend. Une nouvelle demande paraît ici et est annoncée.</translation>
    </message>
    <message>
        <source>Approve (A)</source>
        <translation>Approuver (A)</translation>
    </message>
    <message>
        <source>Deny (D)</source>
        <translation>Refuser (D)</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>No camera is ticked: nothing can be approved. Deny it with D.</source>
        <translation>Aucune caméra cochée : rien à approuver. Refusez avec D.</translation>
    </message>
    <message>
        <source>Opens {numbers} for {time} at {station}, at once</source>
        <translation>Ouvre {numbers} pour {time} au poste {station}, aussitôt</translation>
    </message>
    <message>
        <source>Agrees to {numbers} for {time} at {station}; others must agree before it opens</source>
        <translation>Consent à {numbers} pour {time} au poste {station} ; d&apos;autres doivent consentir avant l&apos;ouverture</translation>
    </message>
    <message>
        <source>Approve the request of {who}</source>
        <translation>Approuver la demande de {who}</translation>
    </message>
    <message>
        <source>Deny the request of {who}</source>
        <translation>Refuser la demande de {who}</translation>
    </message>
</context>
<context>
    <name>Desks</name>
    <message>
        <source>not allowed</source>
        <translation>interdit</translation>
    </message>
    <message>
        <source>at most {time}, reviewed within 24 hours</source>
        <translation>au plus {time}, examiné sous 24 heures</translation>
    </message>
    <message>
        <source>Purposes</source>
        <translation>Buts</translation>
    </message>
    <message>
        <source>Longest clear view</source>
        <translation>Vue claire la plus longue</translation>
    </message>
    <message>
        <source>Request waits at most</source>
        <translation>Attente maximale d&apos;une demande</translation>
    </message>
    <message>
        <source>Must agree</source>
        <translation>Doivent consentir</translation>
    </message>
    <message>
        <source>Denials that end it</source>
        <translation>Refus qui la closent</translation>
    </message>
    <message>
        <source>May know of the cameras</source>
        <translation>Peuvent savoir que les caméras existent</translation>
    </message>
    <message>
        <source>May ask</source>
        <translation>Peuvent demander</translation>
    </message>
    <message>
        <source>Break-glass</source>
        <translation>Bris de glace</translation>
    </message>
    <message>
        <source>Opens without asking</source>
        <translation>S&apos;ouvre sans demande</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>silhouettes over a certified empty scene</source>
        <translation>silhouettes sur une scène vide certifiée</translation>
    </message>
    <message>
        <source>masks, never lifted: {count}</source>
        <translation>masques, jamais levés : {count}</translation>
    </message>
    <message>
        <source>never by break-glass</source>
        <translation>jamais par bris de glace</translation>
    </message>
    <message>
        <source>no place given: no circumstance opens it</source>
        <translation>position non donnée : aucune circonstance ne l&apos;ouvre</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>before: {terms}</source>
        <translation>avant : {terms}</translation>
    </message>
    <message>
        <source>now: {terms}</source>
        <translation>désormais : {terms}</translation>
    </message>
    <message>
        <source>{terms}; its masks, scenes or place change</source>
        <translation>{terms} ; ses masques, scènes ou position changent</translation>
    </message>
    <message>
        <source>Everybody in the room sees this camera clear, always.</source>
        <translation>Tous dans la salle voient cette caméra en clair, toujours.</translation>
    </message>
    <message>
        <source>Nothing is shown without a clear view: no picture leaves the decoder.</source>
        <translation>Rien n&apos;est montré sans vue claire : aucune image ne quitte le décodeur.</translation>
    </message>
    <message>
        <source>Silhouettes show posture and how many people there are. A person who stood in the certified empty scene shows; an object that was left stays covered; a change of light or a bump covers everything. Any doubt falls back to the mosaic.</source>
        <translation>Les silhouettes montrent la posture et le nombre de personnes. Une personne présente dans la scène vide certifiée se voit ; un objet laissé reste couvert ; un changement de lumière ou un choc couvre tout. Au moindre doute, la mosaïque revient.</translation>
    </message>
    <message>
        <source>The mosaic shows that something moves. It does not hide gait, colours of clothing or people you know; many pictures together can be partly rebuilt, and programs recognise more in them than eyes do. Choose “protected” where that is too much.</source>
        <translation>La mosaïque montre que quelque chose bouge. Elle ne cache ni la démarche, ni la couleur des vêtements, ni les gens que l&apos;on connaît ; de nombreuses images réunies se reconstruisent en partie, et des programmes y reconnaissent plus que l&apos;œil. Choisissez « protégée » là où c&apos;est trop.</translation>
    </message>
    <message>
        <source>{count} × {who} of {owner}</source>
        <translation>{count} × {who} de {owner}</translation>
    </message>
    <message>
        <source>{count} × {who}</source>
        <translation>{count} × {who}</translation>
    </message>
    <message>
        <source>{name}: {fact} within {radius} m, at most {age} ago; for {time}, {count} a day</source>
        <translation>{name} : {fact} à moins de {radius} m, il y a {age} au plus ; pour {time}, {count} par jour</translation>
    </message>
    <message>
        <source>the text was erased</source>
        <translation>le texte a été effacé</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Qui demande</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Shown at</source>
        <translation>Montré à</translation>
    </message>
    <message>
        <source>station {station} alone</source>
        <translation>seul poste {station}</translation>
    </message>
    <message>
        <source>Asked lately</source>
        <translation>Demandes récentes</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Prolongation</translation>
    </message>
    <message>
        <source>follows up a clear view that this person has or had</source>
        <translation>fait suite à une vue claire que cette personne a ou avait</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Ouvert maintenant</translation>
    </message>
    <message>
        <source>a lock stands against this ({kind}): an approval opens nothing until it is lifted</source>
        <translation>un verrou s&apos;y oppose ({kind}) : une approbation n&apos;ouvre rien tant qu&apos;il n&apos;est pas levé</translation>
    </message>
    <message>
        <source>Decided meanwhile by somebody else: {state}. Choose the next with the Down key</source>
        <translation>Décidée entre-temps par quelqu&apos;un d&apos;autre : {state}. La suivante avec la flèche bas</translation>
    </message>
    <message>
        <source>not in force any more: this cannot be approved</source>
        <translation>plus en vigueur : ceci ne peut être approuvé</translation>
    </message>
    <message>
        <source>agreed: {names}</source>
        <translation>ont consenti : {names}</translation>
    </message>
    <message>
        <source>missing: {count} of {needed}</source>
        <translation>manquent : {count} sur {needed}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Impossible</translation>
    </message>
    <message>
        <source>Your vote counts. Still missing: {legs}</source>
        <translation>Votre vote compte. Manque encore : {legs}</translation>
    </message>
    <message>
        <source>This request is {state}</source>
        <translation>Cette demande est {state}</translation>
    </message>
    <message>
        <source>an account that is gone</source>
        <translation>un compte disparu</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>pas en service</translation>
    </message>
    <message>
        <source>{name} · {roles} · {duty}</source>
        <translation>{name} · {roles} · {duty}</translation>
    </message>
    <message>
        <source>requests in {days} days: {asked}, approved: {approved} (this one counted)</source>
        <translation>demandes en {days} jours : {asked}, approuvées : {approved} (celle-ci comprise)</translation>
    </message>
    <message>
        <source>The owner&apos;s rules</source>
        <translation>Règles du propriétaire</translation>
    </message>
    <message>
        <source>Could also decide</source>
        <translation>Pourraient aussi décider</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>personne d&apos;autre</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>connexion</translation>
    </message>
    <message>
        <source>sign-in failed</source>
        <translation>connexion échouée</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>déconnexion</translation>
    </message>
    <message>
        <source>station locked itself</source>
        <translation>poste verrouillé</translation>
    </message>
    <message>
        <source>confirmed themselves</source>
        <translation>identité confirmée</translation>
    </message>
    <message>
        <source>confirmation failed</source>
        <translation>confirmation échouée</translation>
    </message>
    <message>
        <source>account made</source>
        <translation>compte créé</translation>
    </message>
    <message>
        <source>account closed</source>
        <translation>compte fermé</translation>
    </message>
    <message>
        <source>roles changed</source>
        <translation>rôles changés</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>mot de passe changé</translation>
    </message>
    <message>
        <source>duty changed</source>
        <translation>service changé</translation>
    </message>
    <message>
        <source>agreement proposed</source>
        <translation>accord proposé</translation>
    </message>
    <message>
        <source>agreement countersigned</source>
        <translation>accord contresigné</translation>
    </message>
    <message>
        <source>trust list proposed</source>
        <translation>liste de confiance proposée</translation>
    </message>
    <message>
        <source>trust list signed</source>
        <translation>liste de confiance signée</translation>
    </message>
    <message>
        <source>trust list took force</source>
        <translation>liste de confiance en vigueur</translation>
    </message>
    <message>
        <source>request made</source>
        <translation>demande faite</translation>
    </message>
    <message>
        <source>request refused by a rule</source>
        <translation>demande refusée par une règle</translation>
    </message>
    <message>
        <source>request withdrawn</source>
        <translation>demande retirée</translation>
    </message>
    <message>
        <source>request approved</source>
        <translation>demande approuvée</translation>
    </message>
    <message>
        <source>request denied</source>
        <translation>demande refusée</translation>
    </message>
    <message>
        <source>request expired</source>
        <translation>demande expirée</translation>
    </message>
    <message>
        <source>request void</source>
        <translation>demande caduque</translation>
    </message>
    <message>
        <source>vote cast</source>
        <translation>vote exprimé</translation>
    </message>
    <message>
        <source>vote struck</source>
        <translation>vote annulé</translation>
    </message>
    <message>
        <source>glass broken</source>
        <translation>glace brisée</translation>
    </message>
    <message>
        <source>grant ended</source>
        <translation>accès terminé</translation>
    </message>
    <message>
        <source>clear view started</source>
        <translation>vue claire commencée</translation>
    </message>
    <message>
        <source>clear view stopped</source>
        <translation>vue claire terminée</translation>
    </message>
    <message>
        <source>snapshot taken</source>
        <translation>image prise</translation>
    </message>
    <message>
        <source>lock set</source>
        <translation>verrou posé</translation>
    </message>
    <message>
        <source>lock lifted</source>
        <translation>verrou levé</translation>
    </message>
    <message>
        <source>event confirmed</source>
        <translation>fait confirmé</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>examen dû</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>examiné</translation>
    </message>
    <message>
        <source>text erased</source>
        <translation>texte effacé</translation>
    </message>
    <message>
        <source>history read</source>
        <translation>historique lu</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>dernière heure</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>dernières 24 heures</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Who looks now</source>
        <translation>Qui regarde maintenant</translation>
    </message>
    <message>
        <source>Own cameras</source>
        <translation>Mes caméras</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Verrous</translation>
    </message>
    <message>
        <source>Confirm an event</source>
        <translation>Confirmer un fait</translation>
    </message>
    <message>
        <source>Break-glass reviews</source>
        <translation>Examens des bris de glace</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Trust list</source>
        <translation>Liste de confiance</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>public: always clear</source>
        <translation>publique : toujours en clair</translation>
    </message>
    <message>
        <source>private: mosaic</source>
        <translation>privée : mosaïque</translation>
    </message>
    <message>
        <source>protected: closed</source>
        <translation>protégée : fermée</translation>
    </message>
    <message>
        <source>by people&apos;s votes</source>
        <translation>par votes</translation>
    </message>
    <message>
        <source>by a circumstance the owner agreed to</source>
        <translation>par une circonstance admise par le propriétaire</translation>
    </message>
    <message>
        <source>break-glass</source>
        <translation>bris de glace</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>approuver</translation>
    </message>
    <message>
        <source>deny</source>
        <translation>refuser</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>station</source>
        <translation>poste</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>caméra</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>justified</source>
        <translation>justifié</translation>
    </message>
    <message>
        <source>challenged</source>
        <translation>contesté</translation>
    </message>
    <message>
        <source>confirmed intrusion</source>
        <translation>intrusion confirmée</translation>
    </message>
    <message>
        <source>confirmed fire</source>
        <translation>feu confirmé</translation>
    </message>
    <message>
        <source>confirmed person at risk</source>
        <translation>personne en danger confirmée</translation>
    </message>
    <message>
        <source>crisis level declared</source>
        <translation>niveau de crise déclaré</translation>
    </message>
    <message>
        <source>person added</source>
        <translation>personne ajoutée</translation>
    </message>
    <message>
        <source>person&apos;s rights or key changed</source>
        <translation>droits ou clé d&apos;une personne changés</translation>
    </message>
    <message>
        <source>person left</source>
        <translation>personne partie</translation>
    </message>
    <message>
        <source>agreement takes force</source>
        <translation>accord entre en vigueur</translation>
    </message>
    <message>
        <source>agreement ends</source>
        <translation>accord prend fin</translation>
    </message>
    <message>
        <source>ask for a camera&apos;s clear picture</source>
        <translation>demander l&apos;image en clair d&apos;une caméra</translation>
    </message>
    <message>
        <source>break the glass: open without asking, reviewed afterwards</source>
        <translation>briser la glace : ouvrir sans demande, examiné après</translation>
    </message>
    <message>
        <source>decide requests for the room</source>
        <translation>décider des demandes pour la salle</translation>
    </message>
    <message>
        <source>decide requests for one&apos;s own organisation</source>
        <translation>décider des demandes pour son organisation</translation>
    </message>
    <message>
        <source>end anybody&apos;s clear view</source>
        <translation>mettre fin à toute vue claire</translation>
    </message>
    <message>
        <source>end a clear view of one&apos;s own cameras</source>
        <translation>mettre fin à une vue claire de ses caméras</translation>
    </message>
    <message>
        <source>lock a person, station, camera, owner or everything</source>
        <translation>verrouiller personne, poste, caméra, propriétaire ou tout</translation>
    </message>
    <message>
        <source>lock one&apos;s own cameras</source>
        <translation>verrouiller ses propres caméras</translation>
    </message>
    <message>
        <source>confirm an event that a circumstance rests on</source>
        <translation>confirmer un fait dont dépend une circonstance</translation>
    </message>
    <message>
        <source>judge a break-glass afterwards</source>
        <translation>juger un bris de glace après coup</translation>
    </message>
    <message>
        <source>propose an owner&apos;s agreement</source>
        <translation>proposer l&apos;accord d&apos;un propriétaire</translation>
    </message>
    <message>
        <source>countersign one&apos;s own agreement</source>
        <translation>contresigner son propre accord</translation>
    </message>
    <message>
        <source>sign the list that decoders trust</source>
        <translation>signer la liste que croient les décodeurs</translation>
    </message>
    <message>
        <source>make and close accounts, change roles</source>
        <translation>créer et fermer des comptes, changer les rôles</translation>
    </message>
    <message>
        <source>go on duty and off</source>
        <translation>prendre et quitter le service</translation>
    </message>
    <message>
        <source>see who looks at any camera</source>
        <translation>voir qui regarde toute caméra</translation>
    </message>
    <message>
        <source>read the whole history</source>
        <translation>lire tout l&apos;historique</translation>
    </message>
    <message>
        <source>read the history of one&apos;s own cameras</source>
        <translation>lire l&apos;historique de ses caméras</translation>
    </message>
    <message>
        <source>see incidents, layers, alarms and the log</source>
        <translation>voir incidents, couches, alarmes et journal</translation>
    </message>
    <message>
        <source>open and change incidents, place markers</source>
        <translation>ouvrir et changer des incidents, poser des repères</translation>
    </message>
    <message>
        <source>make, show and draw crisis layers</source>
        <translation>créer, montrer et dessiner des couches de crise</translation>
    </message>
    <message>
        <source>acknowledge and shelve alarms</source>
        <translation>acquitter et suspendre des alarmes</translation>
    </message>
    <message>
        <source>ask for another crisis level</source>
        <translation>demander un autre niveau de crise</translation>
    </message>
    <message>
        <source>agree to another crisis level as the second person</source>
        <translation>consentir à un autre niveau de crise en second</translation>
    </message>
    <message>
        <source>write and correct lines of the log</source>
        <translation>écrire et corriger des lignes du journal</translation>
    </message>
    <message>
        <source>say which lines of the log are significant</source>
        <translation>dire quelles lignes du journal comptent</translation>
    </message>
    <message>
        <source>turn cameras that turn, where their picture is clear</source>
        <translation>tourner les caméras orientables dont l’image est en clair</translation>
    </message>
    <message>
        <source>This cannot be used</source>
        <translation>Ceci ne peut servir</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non permis</translation>
    </message>
    <message>
        <source>Refused by a rule</source>
        <translation>Refusé par une règle</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>N&apos;existe plus</translation>
    </message>
    <message>
        <source>Somebody else was quicker</source>
        <translation>Quelqu&apos;un a été plus rapide</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Erreur interne</translation>
    </message>
    <message>
        <source>The camera is not on this wall; put it on a tile first.</source>
        <translation>La caméra n&apos;est pas sur ce mur ; placez-la d&apos;abord sur une tuile.</translation>
    </message>
    <message>
        <source>The clear picture of this camera is not open here. Ask for it first; a scene is taken from it alone.</source>
        <translation>L&apos;image en clair de cette caméra n&apos;est pas ouverte ici. Demandez-la d&apos;abord ; une scène ne se prend que sur elle.</translation>
    </message>
    <message>
        <source>Something moves. Take it again while nobody is there.</source>
        <translation>Quelque chose bouge. Reprenez-la quand il n&apos;y a personne.</translation>
    </message>
    <message>
        <source>Too few pictures came, or not of one kind. Take it again.</source>
        <translation>Trop peu d&apos;images sont venues, ou pas d&apos;une seule sorte. Reprenez-la.</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Drawing on the map</source>
        <translation>Dessin sur le plan</translation>
    </message>
    <message>
        <source>Arrows move the cross, Enter sets a corner, Backspace takes it back, Escape gives up</source>
        <translation>Les flèches déplacent la croix, Entrée pose un sommet, Retour arrière le reprend, Échap abandonne</translation>
    </message>
    <message>
        <source>Drawing on the pictures</source>
        <translation>Dessin sur les images</translation>
    </message>
    <message>
        <source>Camera {number} shows no picture there</source>
        <translation>La caméra {number} ne montre pas d’image à cet endroit</translation>
    </message>
    <message>
        <source>Above the horizon of camera {number} there is no ground</source>
        <translation>Au-dessus de l’horizon de la caméra {number}, il n’y a pas de sol</translation>
    </message>
</context>
<context>
    <name>DrawingBar</name>
    <message>
        <source>As a rectangle</source>
        <translation>En rectangle</translation>
    </message>
    <message>
        <source>As a circle</source>
        <translation>En cercle</translation>
    </message>
    <message>
        <source>its lines cross</source>
        <translation>ses lignes se croisent</translation>
    </message>
    <message>
        <source>Drag a corner, or take it up and put it down with Enter; a dot between makes another</source>
        <translation>Faites glisser un sommet, ou prenez-le et posez-le par Entrée ; un point entre deux en crée un autre</translation>
    </message>
    <message>
        <source>Type the radius, or press + and - on the map; Enter twice ends</source>
        <translation>Saisissez le rayon, ou appuyez sur + et - sur le plan ; Entrée deux fois termine</translation>
    </message>
    <message>
        <source>Click the middle, then how far; on the map or on a calibrated picture</source>
        <translation>Cliquez le centre, puis la distance ; sur le plan ou sur une image calibrée</translation>
    </message>
    <message>
        <source>Click where it is, on the map or on a calibrated picture</source>
        <translation>Cliquez son emplacement, sur le plan ou sur une image calibrée</translation>
    </message>
    <message>
        <source>Click corners, on the map or on a calibrated picture; the last one twice ends it</source>
        <translation>Cliquez les sommets, sur le plan ou sur une image calibrée ; le dernier deux fois termine</translation>
    </message>
    <message>
        <source>Drawing: {kind}</source>
        <translation>Dessin : {kind}</translation>
    </message>
    <message>
        <source>Changing: {kind}</source>
        <translation>Modification : {kind}</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Les mots</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Radius in metres</source>
        <translation>Rayon en mètres</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>Un pas en arrière</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>DrawingDesk</name>
    <message>
        <source>Perimeter #{number}</source>
        <translation>Périmètre n° {number}</translation>
    </message>
    <message>
        <source>This drawing has several parts: its corners cannot be changed here</source>
        <translation>Ce dessin a plusieurs parties : ses sommets ne se modifient pas ici</translation>
    </message>
    <message>
        <source>The picture of camera {number} has no fixed ground: draw on the map</source>
        <translation>L’image de la caméra {number} n’a pas de sol fixe : dessinez sur le plan</translation>
    </message>
    <message>
        <source>Camera {number} looks elsewhere than its ground was calibrated: draw on the map</source>
        <translation>La caméra {number} regarde ailleurs que là où son sol a été calibré : dessinez sur le plan</translation>
    </message>
    <message>
        <source>Camera {number} has no ground: draw on the map, or calibrate its ground</source>
        <translation>La caméra {number} n’a pas de sol : dessinez sur le plan, ou calibrez son sol</translation>
    </message>
    <message>
        <source>It is not complete yet</source>
        <translation>Il n’est pas encore complet</translation>
    </message>
    <message>
        <source>{name}: kept, and drawn at all stations</source>
        <translation>{name} : gardé, et dessiné sur tous les postes</translation>
    </message>
    <message>
        <source>Its lines cross: nobody could say what is inside; move a corner</source>
        <translation>Ses lignes se croisent : on ne saurait dire ce qui est dedans ; déplacez un sommet</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>Donnez-lui d’abord un nom</translation>
    </message>
</context>
<context>
    <name>DurationChoice</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes asked for</source>
        <translation>Minutes demandées</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>A password and a second factor of your own</source>
        <translation>Un mot de passe et un second facteur à vous</translation>
    </message>
    <message>
        <source>The password you were given is known to somebody else: choose your own.</source>
        <translation>Le mot de passe reçu est connu d&apos;un autre : choisissez le vôtre.</translation>
    </message>
</context>
<context>
    <name>EntryBar</name>
    <message>
        <source>104 camera to tile · L2 layout · 4x4 grid · M map · + log · H health · ? help</source>
        <translation>104 caméra · L2 disposition · 4x4 grille · M plan · + journal · H état · ? aide</translation>
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
    <name>FirstAdministrator</name>
    <message>
        <source>The first administrator</source>
        <translation>Le premier administrateur</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Name, as others read it</source>
        <translation>Nom, tel que les autres le lisent</translation>
    </message>
    <message>
        <source>Nobody has an account here yet.</source>
        <translation>Personne n&apos;a encore de compte ici.</translation>
    </message>
    <message>
        <source>The first one is an administrator&apos;s: they make the others and sign the list of people and policies that every decoder believes. An administrator opens no picture and decides no request.</source>
        <translation>Le premier est celui d&apos;un administrateur : il crée les autres et signe la liste des personnes et des règles que chaque décodeur croit. Un administrateur n&apos;ouvre aucune image et ne décide d&apos;aucune demande.</translation>
    </message>
</context>
<context>
    <name>FirstPasswordDialog</name>
    <message>
        <source>First password</source>
        <translation>Premier mot de passe</translation>
    </message>
    <message>
        <source>For {name}. It is shown this once and kept nowhere; the first sign-in replaces it.</source>
        <translation>Pour {name}. Il n&apos;est montré que cette fois et gardé nulle part ; la première connexion le remplace.</translation>
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
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>number of a request, a grant or a lock; empty for all</source>
        <translation>numéro d&apos;une demande, d&apos;un accès ou d&apos;un verrou ; vide pour tout</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Every reading is itself recorded. People stand here by pseudonyms; typed reasons are kept apart and erased after their time.</source>
        <translation>Toute lecture est elle-même consignée. Les personnes y figurent sous pseudonyme ; les raisons saisies sont gardées à part et effacées après leur délai.</translation>
    </message>
    <message>
        <source>Entries, the newest first</source>
        <translation>Entrées, la plus récente d&apos;abord</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Nothing read yet, or nothing found. Press Read.</source>
        <translation>Rien de lu encore, ou rien trouvé. Appuyez sur Lire.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>{count} entries; this reading is recorded</source>
        <translation>{count} entrées ; cette lecture est consignée</translation>
    </message>
</context>
<context>
    <name>IncidentFields</name>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>Consigne</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Meanwhile changed by {name}: {value}</source>
        <translation>Modifié entre-temps par {name} : {value}</translation>
    </message>
    <message>
        <source>Write a place as latitude and longitude, such as 33.60550, -7.61920</source>
        <translation>Écrivez un lieu en latitude et longitude, par exemple 33.60550, -7.61920</translation>
    </message>
    <message>
        <source>Say in a word or two what has happened</source>
        <translation>Dites en un mot ou deux ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>From the map</source>
        <translation>Du plan</translation>
    </message>
    <message>
        <source>Takes the place that is chosen on the map</source>
        <translation>Prend le lieu choisi sur le plan</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
</context>
<context>
    <name>IncidentFinder</name>
    <message>
        <source>Find an incident</source>
        <translation>Trouver un incident</translation>
    </message>
    <message>
        <source>number, or words of the incident</source>
        <translation>numéro, ou mots de l&apos;incident</translation>
    </message>
    <message>
        <source>Number or words of the incident</source>
        <translation>Numéro ou mots de l&apos;incident</translation>
    </message>
    <message>
        <source>Incidents found; Enter opens the page of one</source>
        <translation>Incidents trouvés ; Entrée ouvre la page de l&apos;un d&apos;eux</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Trouvés : {count}</translation>
    </message>
</context>
<context>
    <name>IncidentFloor</name>
    <message>
        <source>New incident…</source>
        <translation>Nouvel incident…</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Incidents ouverts</translation>
    </message>
    <message>
        <source>Find an incident…</source>
        <translation>Trouver un incident…</translation>
    </message>
    <message>
        <source>Changes to settle…</source>
        <translation>Modifications à trancher…</translation>
    </message>
    <message>
        <source>Incident {number} opened: {event}</source>
        <translation>Incident {number} ouvert : {event}</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>Open (Enter)</source>
        <translation>Ouvrir (Entrée)</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Nouvel incident</translation>
    </message>
    <message>
        <source>What has happened: a number, or a few words</source>
        <translation>Ce qui s&apos;est passé : un numéro, ou quelques mots</translation>
    </message>
    <message>
        <source>What has happened: a number of the list, or a few words</source>
        <translation>Ce qui s&apos;est passé : un numéro de la liste, ou quelques mots</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>Number of the camera that shows it; may be empty</source>
        <translation>Numéro de la caméra qui le montre ; peut rester vide</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Annuler (Échap)</translation>
    </message>
    <message>
        <source>there is no such camera</source>
        <translation>il n&apos;y a pas de telle caméra</translation>
    </message>
    <message>
        <source>at the place pointed at: {place}</source>
        <translation>au lieu pointé : {place}</translation>
    </message>
    <message>
        <source>at the camera&apos;s place</source>
        <translation>au lieu de la caméra</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>sans lieu</translation>
    </message>
    <message>
        <source>Say what has happened: a number of the list, or a word or two</source>
        <translation>Dites ce qui s&apos;est passé : un numéro de la liste, ou un mot ou deux</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>Il n&apos;y a pas de caméra {number}</translation>
    </message>
</context>
<context>
    <name>IncidentPage</name>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Enregistrer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Undo what was typed</source>
        <translation>Annuler la saisie</translation>
    </message>
    <message>
        <source>priority: {priority}</source>
        <translation>priorité : {priority}</translation>
    </message>
    <message>
        <source>owner: {name}</source>
        <translation>responsable : {name}</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
    <message>
        <source>Monitored by {names}</source>
        <translation>Suivi par {names}</translation>
    </message>
    <message>
        <source>Somebody else changed it first: settle it above</source>
        <translation>Quelqu&apos;un d&apos;autre l&apos;a modifié d&apos;abord : tranchez ci-dessus</translation>
    </message>
    <message>
        <source>What you typed is not kept: Ctrl+Enter keeps it, Esc again leaves it</source>
        <translation>Votre saisie n&apos;est pas enregistrée : Ctrl+Entrée l&apos;enregistre, Échap encore l&apos;abandonne</translation>
    </message>
</context>
<context>
    <name>IncidentsPanel</name>
    <message>
        <source>Open its page</source>
        <translation>Ouvrir sa page</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} ouverts</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>aucun d&apos;ouvert</translation>
    </message>
    <message>
        <source>The store does not answer. Acts that wait at this station: {count}</source>
        <translation>La base ne répond pas. Actes en attente à ce poste : {count}</translation>
    </message>
    <message>
        <source>Changes to settle: {count}</source>
        <translation>Modifications à trancher : {count}</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>New (Ctrl+N)</source>
        <translation>Nouveau (Ctrl+N)</translation>
    </message>
    <message>
        <source>Open a new incident</source>
        <translation>Ouvrir un nouvel incident</translation>
    </message>
    <message>
        <source>Open incidents; Enter opens the page of one</source>
        <translation>Incidents ouverts ; Entrée ouvre la page de l&apos;un d&apos;eux</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Sign in first</source>
        <translation>Connectez-vous d’abord</translation>
    </message>
    <message>
        <source>Being written: {file}</source>
        <translation>En cours d’écriture : {file}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit : {file}</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>Write as</source>
        <translation>Écrire sous</translation>
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
    <name>LayerForm</name>
    <message>
        <source>Layer {name}</source>
        <translation>Couche {name}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>until</source>
        <translation>jusqu’à</translation>
    </message>
    <message>
        <source>Locked: its drawings stay as they are</source>
        <translation>Verrouillée : ses dessins restent tels quels</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Tick nobody and everybody sees it</source>
        <translation>Ne cochez personne et tout le monde la voit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Seulement pour</translation>
    </message>
    <message>
        <source>Shown from</source>
        <translation>Montré à partir de</translation>
    </message>
    <message>
        <source>It holds</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>It would end before it begins</source>
        <translation>Elle finirait avant de commencer</translation>
    </message>
    <message>
        <source>You will not see it yourself any more</source>
        <translation>Vous ne la verrez plus vous-même</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Hide (Space)</source>
        <translation>Masquer (Espace)</translation>
    </message>
    <message>
        <source>Show (Space)</source>
        <translation>Montrer (Espace)</translation>
    </message>
    <message>
        <source>Look at it on the map</source>
        <translation>La regarder sur le plan</translation>
    </message>
    <message>
        <source>Draw on it</source>
        <translation>Y dessiner</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Dessins</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Farther up (Alt+Up)</source>
        <translation>Plus haut (Alt+Haut)</translation>
    </message>
    <message>
        <source>Farther down (Alt+Down)</source>
        <translation>Plus bas (Alt+Bas)</translation>
    </message>
    <message>
        <source>Name, audience, times…</source>
        <translation>Nom, public, horaires…</translation>
    </message>
    <message>
        <source>Write a GeoJSON file…</source>
        <translation>Écrire un fichier GeoJSON…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiver…</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Evacuation</source>
        <translation>Évacuation</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Itinéraire</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>Zone de regroupement</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>Danger</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Free drawing</source>
        <translation>Dessin libre</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Reprise</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Cercle</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>niveau {level}</translation>
    </message>
    <message>
        <source>concerns no camera</source>
        <translation>ne concerne aucune caméra</translation>
    </message>
    <message>
        <source>frames {cameras} and {count} more</source>
        <translation>encadre {cameras} et {count} de plus</translation>
    </message>
    <message>
        <source>frames {cameras}</source>
        <translation>encadre {cameras}</translation>
    </message>
    <message>
        <source>Several parts</source>
        <translation>Plusieurs parties</translation>
    </message>
    <message>
        <source>{area} ha</source>
        <translation>{area} ha</translation>
    </message>
    <message>
        <source>{area} m²</source>
        <translation>{area} m²</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>pas encore regardée</translation>
    </message>
    <message>
        <source>from level {level}</source>
        <translation>dès le niveau {level}</translation>
    </message>
    <message>
        <source>for {roles}</source>
        <translation>pour {roles}</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>de {time}</translation>
    </message>
    <message>
        <source>over since {time}</source>
        <translation>terminée depuis {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>jusqu’à {time}</translation>
    </message>
</context>
<context>
    <name>LayersFloor</name>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Draw a perimeter</source>
        <translation>Dessiner un périmètre</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>Dessiner…</translation>
    </message>
    <message>
        <source>Take in a GeoJSON file…</source>
        <translation>Reprendre un fichier GeoJSON…</translation>
    </message>
    <message>
        <source>Delete this drawing of {layer}, on all stations?</source>
        <translation>Supprimer ce dessin de {layer}, sur tous les postes ?</translation>
    </message>
    <message>
        <source>Delete a drawing</source>
        <translation>Supprimer un dessin</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Archive {layer}? It leaves the wall of all stations and is not changed any more.</source>
        <translation>Archiver {layer} ? Elle quitte le mur de tous les postes et ne se modifie plus.</translation>
    </message>
    <message>
        <source>Archive a layer</source>
        <translation>Archiver une couche</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>{file} holds no drawing that could be taken in</source>
        <translation>{file} ne contient aucun dessin à reprendre</translation>
    </message>
    <message>
        <source>{file}: taken in and hidden until you show it. Drawings: {count}</source>
        <translation>{file} : repris et masqué jusqu’à ce que vous le montriez. Dessins : {count}</translation>
    </message>
    <message>
        <source>Oddities: {count}, such as: {first}</source>
        <translation>Bizarreries : {count}, dont : {first}</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit : {file}</translation>
    </message>
    <message>
        <source>Drawings (*.geojson *.json)</source>
        <translation>Dessins (*.geojson *.json)</translation>
    </message>
    <message>
        <source>A GeoJSON file</source>
        <translation>Un fichier GeoJSON</translation>
    </message>
    <message>
        <source>Write the layer as</source>
        <translation>Écrire la couche sous</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>nothing drawn on it</source>
        <translation>rien de dessiné</translation>
    </message>
    <message>
        <source>on</source>
        <translation>visible</translation>
    </message>
    <message>
        <source>off</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>Take in a GeoJSON file…</source>
        <translation>Reprendre un fichier GeoJSON…</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <source>Draw a new layer</source>
        <translation>Dessiner une nouvelle couche</translation>
    </message>
    <message>
        <source>Nothing drawn: a perimeter, a route or a hazard lies over map and pictures.</source>
        <translation>Rien de dessiné : un périmètre, un itinéraire ou un danger se pose sur le plan et les images.</translation>
    </message>
    <message>
        <source>Layers; Space switches one, Enter opens its menu</source>
        <translation>Couches ; Espace en montre ou masque une, Entrée ouvre son menu</translation>
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
    <name>LegsTable</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Of the owner alone</source>
        <translation>Du seul propriétaire</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Combien</translation>
    </message>
    <message>
        <source>Who must agree</source>
        <translation>Qui doit consentir</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Ajouter un groupe</translation>
    </message>
    <message>
        <source>Remove the last group</source>
        <translation>Ôter le dernier groupe</translation>
    </message>
</context>
<context>
    <name>Level</name>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>it was never changed</source>
        <translation>il n&apos;a jamais changé</translation>
    </message>
    <message>
        <source>{time}, for {minutes} min</source>
        <translation>{time}, il y a {minutes} min</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>Sur ordre de</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Agreed to by</source>
        <translation>Accepté par</translation>
    </message>
    <message>
        <source>nobody yet: it was raised alone in an emergency</source>
        <translation>personne encore : relevé seul, en urgence</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>en retard depuis {time}</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>À réexaminer</translation>
    </message>
    <message>
        <source>the store does not answer: this is the level as last read</source>
        <translation>la base ne répond pas : c&apos;est le niveau lu en dernier</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>{count} that you do not see</source>
        <translation>{count} que vous ne voyez pas</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>{done} of {count} done</source>
        <translation>{done} sur {count} faits</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Mur</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Calques</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Access that it opens</source>
        <translation>Accès qu&apos;il ouvre</translation>
    </message>
    <message>
        <source>{who} asks for level {level}: {reason}</source>
        <translation>{who} demande le niveau {level} : {reason}</translation>
    </message>
    <message>
        <source>To be reviewed: {time}</source>
        <translation>À réexaminer : {time}</translation>
    </message>
    <message>
        <source>It waits for a second person: you cannot agree to your own request.</source>
        <translation>Une seconde personne est attendue : vous ne pouvez pas accepter votre propre demande.</translation>
    </message>
    <message>
        <source>It waits for an operator or a supervisor.</source>
        <translation>Un opérateur ou un superviseur est attendu.</translation>
    </message>
    <message>
        <source>It opens access: your second factor is asked for.</source>
        <translation>Il ouvre un accès : votre second facteur sera demandé.</translation>
    </message>
    <message>
        <source>{who} raised it alone. A second person was to ratify it by {time}: it is overdue.</source>
        <translation>{who} l&apos;a relevé seul. Une seconde personne devait le ratifier avant {time} : c&apos;est en retard.</translation>
    </message>
    <message>
        <source>{who} raised it alone. A second person must ratify it by {time}.</source>
        <translation>{who} l&apos;a relevé seul. Une seconde personne doit le ratifier avant {time}.</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Retour à la normale</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veille renforcée</translation>
    </message>
    <message>
        <source>Partial activation</source>
        <translation>Cellule activée</translation>
    </message>
    <message>
        <source>Full activation</source>
        <translation>Crise</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Cellule</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Crise</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>somebody unknown here</source>
        <translation>une personne inconnue ici</translation>
    </message>
    <message>
        <source>not ratified</source>
        <translation>non ratifié</translation>
    </message>
    <message>
        <source>{level} asked</source>
        <translation>{level} demandé</translation>
    </message>
    <message>
        <source>overdue {time}</source>
        <translation>en retard {time}</translation>
    </message>
    <message>
        <source>not ratified since {time}</source>
        <translation>non ratifié depuis {time}</translation>
    </message>
    <message>
        <source>level {level} asked: second person needed</source>
        <translation>niveau {level} demandé : seconde personne attendue</translation>
    </message>
    <message>
        <source>ratify by {time}</source>
        <translation>à ratifier avant {time}</translation>
    </message>
    <message>
        <source>review overdue since {time}</source>
        <translation>réexamen en retard depuis {time}</translation>
    </message>
    <message>
        <source>review {time}</source>
        <translation>réexamen {time}</translation>
    </message>
    <message>
        <source>as last read</source>
        <translation>lu en dernier</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Level {level}: this wall is yours now</source>
        <translation>Niveau {level} : ce mur est désormais le vôtre</translation>
    </message>
    <message>
        <source>Level {level} has set this wall</source>
        <translation>Le niveau {level} a mis ce mur</translation>
    </message>
    <message>
        <source>Level {level} brings wall {number}</source>
        <translation>Le niveau {level} apporte le mur {number}</translation>
    </message>
    <message>
        <source>Back to the wall before</source>
        <translation>Revenir au mur d&apos;avant</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>L&apos;afficher</translation>
    </message>
    <message>
        <source>Keep this wall</source>
        <translation>Garder ce mur</translation>
    </message>
</context>
<context>
    <name>LevelBlock</name>
    <message>
        <source>Crisis level {level}</source>
        <translation>Niveau de crise {level}</translation>
    </message>
</context>
<context>
    <name>LevelFloor</name>
    <message>
        <source>Crisis level…</source>
        <translation>Niveau de crise…</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Level {level} is in force; a second person must ratify it within 15 minutes</source>
        <translation>Le niveau {level} est en vigueur ; une seconde personne doit le ratifier sous 15 minutes</translation>
    </message>
    <message>
        <source>Level {level} is asked for; a second person must agree</source>
        <translation>Le niveau {level} est demandé ; une seconde personne doit accepter</translation>
    </message>
    <message>
        <source>Crisis level {level}</source>
        <translation>Niveau de crise {level}</translation>
    </message>
    <message>
        <source>The level in force brings no checklist</source>
        <translation>Le niveau en vigueur n&apos;apporte pas de liste de contrôle</translation>
    </message>
</context>
<context>
    <name>LevelForm</name>
    <message>
        <source>Ask for another crisis level</source>
        <translation>Demander un autre niveau de crise</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Emergency: raise it now, alone</source>
        <translation>Urgence : relever maintenant, seul</translation>
    </message>
    <message>
        <source>what has happened</source>
        <translation>ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>who orders it, where somebody does</source>
        <translation>qui l&apos;ordonne, s&apos;il y a lieu</translation>
    </message>
    <message>
        <source>in {time}, at {end}</source>
        <translation>dans {time}, à {end}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>On whose word</source>
        <translation>Sur ordre de</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>À réexaminer</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>It brings, and takes away when it ends</source>
        <translation>Il apporte, et retire à sa fin</translation>
    </message>
    <message>
        <source>A second person must agree before anything changes.</source>
        <translation>Une seconde personne doit accepter avant que rien ne change.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It begins at once; a second person must ratify it within 15 minutes</source>
        <translation>Il commence aussitôt ; une seconde personne doit le ratifier sous 15 minutes</translation>
    </message>
    <message>
        <source>Say why: the second person decides by it</source>
        <translation>Dites pourquoi : la seconde personne en décide</translation>
    </message>
    <message>
        <source>Access opens around a place: choose the incident that it is for, with its place</source>
        <translation>L&apos;accès s&apos;ouvre autour d&apos;un lieu : choisissez l&apos;incident concerné, avec son lieu</translation>
    </message>
</context>
<context>
    <name>LevelPage</name>
    <message>
        <source>in force now</source>
        <translation>en vigueur maintenant</translation>
    </message>
    <message>
        <source>Any step up, one step down; recovery only after an activation</source>
        <translation>On monte de tout pas, on descend d&apos;un seul ; retour à la normale après une activation seulement</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>Le demander</translation>
    </message>
    <message>
        <source>A supervisor asks for a level</source>
        <translation>Un superviseur demande un niveau</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>Niveau de crise</translation>
    </message>
    <message>
        <source>Choose a level to ask for it: two persons raise it or step it down, one step at a time.</source>
        <translation>Choisissez un niveau pour le demander : à deux on le relève ou on le descend d&apos;un pas à la fois.</translation>
    </message>
    <message>
        <source>A supervisor asks for a level, a second person agrees.</source>
        <translation>Un superviseur demande un niveau, une seconde personne l&apos;accepte.</translation>
    </message>
    <message>
        <source>Agree: it begins now (A)</source>
        <translation>Accepter : il commence (A)</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>why, where you refuse</source>
        <translation>pourquoi, si vous refusez</translation>
    </message>
    <message>
        <source>Why, where you refuse</source>
        <translation>Pourquoi, si vous refusez</translation>
    </message>
    <message>
        <source>Ratify</source>
        <translation>Ratifier</translation>
    </message>
    <message>
        <source>Reviewed: let it stand</source>
        <translation>Réexaminé : le maintenir</translation>
    </message>
    <message>
        <source>Stand down…</source>
        <translation>Lever le niveau…</translation>
    </message>
    <message>
        <source>What the levels bring…</source>
        <translation>Ce que les niveaux apportent…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>review again in {time}</source>
        <translation>réexaminer dans {time}</translation>
    </message>
    <message>
        <source>When it is reviewed again</source>
        <translation>Quand il est réexaminé</translation>
    </message>
</context>
<context>
    <name>LevelWall</name>
    <message>
        <source>The wall is as it was before the crisis level</source>
        <translation>Le mur est comme avant le niveau de crise</translation>
    </message>
    <message>
        <source>Level {level} brings wall {number}, but none is saved under it</source>
        <translation>Le niveau {level} apporte le mur {number}, mais rien n&apos;est enregistré sous ce numéro</translation>
    </message>
    <message>
        <source>Wall {number} of level {level} cannot be shown: {reason}</source>
        <translation>Le mur {number} du niveau {level} ne peut être affiché : {reason}</translation>
    </message>
    <message>
        <source>This station will not know after a restart that the level set its wall: {reason}</source>
        <translation>Après un redémarrage ce poste ne saura plus que le niveau a mis son mur : {reason}</translation>
    </message>
</context>
<context>
    <name>LevelWatch</name>
    <message>
        <source>Crisis level {level} is in force: {reason}</source>
        <translation>Le niveau de crise {level} est en vigueur : {reason}</translation>
    </message>
    <message>
        <source>{who} asks for crisis level {level}: {reason}. A second person must agree</source>
        <translation>{who} demande le niveau de crise {level} : {reason}. Une seconde personne doit accepter</translation>
    </message>
    <message>
        <source>{who} refused crisis level {level}: {reason}</source>
        <translation>{who} a refusé le niveau de crise {level} : {reason}</translation>
    </message>
    <message>
        <source>{who} refused level {level}</source>
        <translation>{who} a refusé le niveau {level}</translation>
    </message>
    <message>
        <source>{who} raised crisis level {level} alone: a second person must ratify it by {time}</source>
        <translation>{who} a relevé seul le niveau de crise {level} : une seconde personne doit le ratifier avant {time}</translation>
    </message>
    <message>
        <source>Crisis level {level} was to be reviewed at {time}: let it stand, or step down</source>
        <translation>Le niveau de crise {level} devait être réexaminé à {time} : maintenez-le ou descendez</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Locked · {who} at {station}</source>
        <translation>Verrouillé · {who} au poste {station}</translation>
    </message>
    <message>
        <source>The wall is hidden and clear pictures are closed. Your grants run on.</source>
        <translation>Le mur est caché et les images en clair sont fermées. Vos accès courent toujours.</translation>
    </message>
    <message>
        <source>The store does not answer; the station stays locked until it does</source>
        <translation>La base ne répond pas ; le poste reste verrouillé jusque-là</translation>
    </message>
</context>
<context>
    <name>LocksPage</name>
    <message>
        <source>Locks</source>
        <translation>Verrous</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Lequel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What the lock stops</source>
        <translation>Ce que le verrou arrête</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Lequel au juste</translation>
    </message>
    <message>
        <source>Reason, at least 10 letters</source>
        <translation>Raison, au moins 10 lettres</translation>
    </message>
    <message>
        <source>reason, at least 10 letters</source>
        <translation>raison, au moins 10 lettres</translation>
    </message>
    <message>
        <source>Set the lock</source>
        <translation>Poser le verrou</translation>
    </message>
    <message>
        <source>Lift (Delete)</source>
        <translation>Lever (Suppr)</translation>
    </message>
    <message>
        <source>Locks in force</source>
        <translation>Verrous en vigueur</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Posé par</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>No lock stands. A lock opens nothing and stops everything it names until it is lifted.</source>
        <translation>Aucun verrou. Un verrou n&apos;ouvre rien et arrête tout ce qu&apos;il nomme jusqu&apos;à sa levée.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>The lock stands: what it names opens nothing from now on.</source>
        <translation>Le verrou est posé : ce qu&apos;il nomme n&apos;ouvre plus rien désormais.</translation>
    </message>
    <message>
        <source>Lift the lock: {kind} {target}?</source>
        <translation>Lever le verrou : {kind} {target} ?</translation>
    </message>
    <message>
        <source>The lock is lifted.</source>
        <translation>Le verrou est levé.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Observation</source>
        <translation>Observation</translation>
    </message>
    <message>
        <source>Message in</source>
        <translation>Message reçu</translation>
    </message>
    <message>
        <source>Message out</source>
        <translation>Message émis</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>Niveau de crise</translation>
    </message>
    <message>
        <source>Inject</source>
        <translation>Injection</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Relecture</translation>
    </message>
    <message>
        <source>Incident {number} opened: {what}</source>
        <translation>Incident {number} ouvert : {what}</translation>
    </message>
    <message>
        <source>Incident {number} changed: {fields}</source>
        <translation>Incident {number} modifié : {fields}</translation>
    </message>
    <message>
        <source>Incident {number}: {state}</source>
        <translation>Incident {number} : {state}</translation>
    </message>
    <message>
        <source>Incident {number} taken over</source>
        <translation>Incident {number} repris</translation>
    </message>
    <message>
        <source>Incident {number}: camera {camera} linked</source>
        <translation>Incident {number} : caméra {camera} liée</translation>
    </message>
    <message>
        <source>Incident {number}: camera {camera} no longer linked</source>
        <translation>Incident {number} : caméra {camera} plus liée</translation>
    </message>
    <message>
        <source>Incident {number}: CAP message {message}</source>
        <translation>Incident {number} : message CAP {message}</translation>
    </message>
    <message>
        <source>Marker {name} placed</source>
        <translation>Repère {name} placé</translation>
    </message>
    <message>
        <source>Marker {name} changed</source>
        <translation>Repère {name} modifié</translation>
    </message>
    <message>
        <source>Marker {name}: {state}</source>
        <translation>Repère {name} : {state}</translation>
    </message>
    <message>
        <source>Marker {name} put anew</source>
        <translation>Repère {name} replacé</translation>
    </message>
    <message>
        <source>Layer {name} made</source>
        <translation>Couche {name} créée</translation>
    </message>
    <message>
        <source>Layer {name} changed</source>
        <translation>Couche {name} modifiée</translation>
    </message>
    <message>
        <source>Layer {name}: {state}</source>
        <translation>Couche {name} : {state}</translation>
    </message>
    <message>
        <source>Layer {name}: something was drawn</source>
        <translation>Couche {name} : un dessin ajouté</translation>
    </message>
    <message>
        <source>Layer {name}: a drawing was changed</source>
        <translation>Couche {name} : un dessin modifié</translation>
    </message>
    <message>
        <source>Layer {name}: a drawing was deleted</source>
        <translation>Couche {name} : un dessin supprimé</translation>
    </message>
    <message>
        <source>Alarm: {title} ({source})</source>
        <translation>Alarme : {title} ({source})</translation>
    </message>
    <message>
        <source>Alarm again: {title} ({source})</source>
        <translation>Alarme à nouveau : {title} ({source})</translation>
    </message>
    <message>
        <source>Alarm acknowledged: {title}</source>
        <translation>Alarme acquittée : {title}</translation>
    </message>
    <message>
        <source>Alarm shelved: {title}</source>
        <translation>Alarme mise de côté : {title}</translation>
    </message>
    <message>
        <source>Alarm back from the shelf: {title}</source>
        <translation>Alarme de retour : {title}</translation>
    </message>
    <message>
        <source>Incident opened from the alarm: {title}</source>
        <translation>Incident ouvert depuis l’alarme : {title}</translation>
    </message>
    <message>
        <source>Crisis level {level} asked for</source>
        <translation>Niveau de crise {level} demandé</translation>
    </message>
    <message>
        <source>Crisis level {level} is no longer asked for</source>
        <translation>Le niveau de crise {level} n’est plus demandé</translation>
    </message>
    <message>
        <source>Crisis level {before} became {level}</source>
        <translation>Niveau de crise : de {before} à {level}</translation>
    </message>
    <message>
        <source>Crisis level {level} confirmed by a second person</source>
        <translation>Niveau de crise {level} confirmé par une seconde personne</translation>
    </message>
    <message>
        <source>Crisis level {level} reviewed: it stays</source>
        <translation>Niveau de crise {level} réexaminé : maintenu</translation>
    </message>
    <message>
        <source>Checklist of level {level}, done: {item}</source>
        <translation>Liste du niveau {level}, fait : {item}</translation>
    </message>
    <message>
        <source>Checklist of level {level}, not done after all: {item}</source>
        <translation>Liste du niveau {level}, finalement pas fait : {item}</translation>
    </message>
    <message>
        <source>A change was not taken and waits to be settled</source>
        <translation>Une modification n’a pas été retenue et attend une décision</translation>
    </message>
    <message>
        <source>A change that was not taken has been settled</source>
        <translation>Une modification non retenue a été réglée</translation>
    </message>
    <message>
        <source>Camera {camera} turned</source>
        <translation>Caméra {camera} tournée</translation>
    </message>
    <message>
        <source>{what} written to the file {file}</source>
        <translation>{what} : fichier {file} écrit</translation>
    </message>
    <message>
        <source>The log as a table</source>
        <translation>Le journal en tableau</translation>
    </message>
    <message>
        <source>The log as a PDF</source>
        <translation>Le journal en PDF</translation>
    </message>
    <message>
        <source>A briefing</source>
        <translation>Un point de situation</translation>
    </message>
    <message>
        <source>A CAP message</source>
        <translation>Un message CAP</translation>
    </message>
    <message>
        <source>The situation as CoT</source>
        <translation>La situation en CoT</translation>
    </message>
    <message>
        <source>Layers as GeoJSON</source>
        <translation>Des couches en GeoJSON</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>affichée</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivée</translation>
    </message>
    <message>
        <source>event</source>
        <translation>événement</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>description</source>
        <translation>description</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>consigne</translation>
    </message>
    <message>
        <source>category</source>
        <translation>catégorie</translation>
    </message>
    <message>
        <source>urgency</source>
        <translation>urgence</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>gravité</translation>
    </message>
    <message>
        <source>certainty</source>
        <translation>certitude</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>priorité</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lieu</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>zones</translation>
    </message>
    <message>
        <source>position</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>significant</source>
        <translation>important</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>pas important</translation>
    </message>
    <message>
        <source>{caller} to {called}</source>
        <translation>{caller} à {called}</translation>
    </message>
</context>
<context>
    <name>LogFloor</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Write in the log</source>
        <translation>Écrire dans le journal</translation>
    </message>
    <message>
        <source>Say what happened behind the plus sign, such as: + barrier down</source>
        <translation>Dites ce qui s’est passé après le signe plus, par exemple : + barrière tombée</translation>
    </message>
    <message>
        <source>In the log as line {number}</source>
        <translation>Au journal, ligne {number}</translation>
    </message>
    <message>
        <source>The store does not answer: the line is kept at this station and sent when it is back</source>
        <translation>Le stockage ne répond pas : la ligne est gardée à ce poste et envoyée à son retour</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>{count} lines</source>
        <translation>{count} lignes</translation>
    </message>
    <message>
        <source>no line fits</source>
        <translation>aucune ligne ne convient</translation>
    </message>
    <message>
        <source>waits at this station</source>
        <translation>attend à ce poste</translation>
    </message>
    <message>
        <source>corrected by {name}: {text}</source>
        <translation>corrigé par {name} : {text}</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>Tous les incidents</translation>
    </message>
    <message>
        <source>Not significant (I)</source>
        <translation>Pas important (I)</translation>
    </message>
    <message>
        <source>Significant (I)</source>
        <translation>Important (I)</translation>
    </message>
    <message>
        <source>Lines of this incident</source>
        <translation>Lignes de cet incident</translation>
    </message>
    <message>
        <source>What happened? Enter writes it, for all stations</source>
        <translation>Que s’est-il passé ? Entrée l’écrit, pour tous les postes</translation>
    </message>
    <message>
        <source>What line {number} should have said</source>
        <translation>Ce que la ligne {number} aurait dû dire</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Search the whole log</source>
        <translation>Chercher dans tout le journal</translation>
    </message>
    <message>
        <source>Lines of which incident</source>
        <translation>Lignes de quel incident</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Quelles lignes</translation>
    </message>
    <message>
        <source>Lines of the log, newest first</source>
        <translation>Lignes du journal, la plus récente d’abord</translation>
    </message>
    <message>
        <source>What sort of line</source>
        <translation>Quelle sorte de ligne</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Toutes les lignes</translation>
    </message>
    <message>
        <source>Written by hand</source>
        <translation>Écrites à la main</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatiques</translation>
    </message>
    <message>
        <source>Significant</source>
        <translation>Importantes</translation>
    </message>
    <message>
        <source>Correct (C)</source>
        <translation>Corriger (C)</translation>
    </message>
    <message>
        <source>Older lines</source>
        <translation>Plus anciennes</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>Tableau…</translation>
    </message>
    <message>
        <source>Write these lines to a table for spreadsheets</source>
        <translation>Écrire ces lignes dans un tableau pour tableurs</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Print these lines to a PDF</source>
        <translation>Imprimer ces lignes en PDF</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Plus…</translation>
    </message>
</context>
<context>
    <name>LogPart</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>a line for the log of this incident, then Enter</source>
        <translation>une ligne pour le journal de cet incident, puis Entrée</translation>
    </message>
    <message>
        <source>A line for the log of this incident</source>
        <translation>Une ligne pour le journal de cet incident</translation>
    </message>
</context>
<context>
    <name>LookingPage</name>
    <message>
        <source>Who looks now</source>
        <translation>Qui regarde maintenant</translation>
    </message>
    <message>
        <source>Clear views that are open, by their end</source>
        <translation>Vues claires ouvertes, selon leur fin</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>But</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Nobody sees a private camera clear now.</source>
        <translation>Personne ne voit de caméra privée en clair.</translation>
    </message>
    <message>
        <source>Revoke (R)</source>
        <translation>Révoquer (R)</translation>
    </message>
    <message>
        <source>An end holds at once and needs no reason; it is closed when the decoder has confirmed it.</source>
        <translation>Une fin vaut aussitôt et sans raison ; c&apos;est fermé quand le décodeur l&apos;a confirmé.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>closed, confirmed by the decoder</source>
        <translation>fermé, confirmé par le décodeur</translation>
    </message>
    <message>
        <source>ended, not confirmed yet</source>
        <translation>terminé, pas encore confirmé</translation>
    </message>
    <message>
        <source>rests, a lock stands: {time}</source>
        <translation>suspendu par un verrou : {time}</translation>
    </message>
    <message>
        <source>open: {time}</source>
        <translation>ouvert : {time}</translation>
    </message>
    <message>
        <source>End the clear view of {name} at {station}?</source>
        <translation>Mettre fin à la vue claire de {name} au poste {station} ?</translation>
    </message>
    <message>
        <source>Ended. Not confirmed yet: wait for the decoder&apos;s word.</source>
        <translation>Terminé. Pas encore confirmé : attendez le décodeur.</translation>
    </message>
    <message>
        <source>Ended and closed, confirmed by the decoder.</source>
        <translation>Terminé et fermé, confirmé par le décodeur.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Accès</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
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
    <message>
        <source>Nothing to show: give cameras lat and lon, or put map.mbtiles or map.geojson into the profile</source>
        <translation>Rien à montrer : donnez lat et lon aux caméras, ou mettez map.mbtiles ou map.geojson dans le profil</translation>
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
    <name>MarkerForm</name>
    <message>
        <source>Take it away by itself then</source>
        <translation>L&apos;ôter ensuite de lui-même</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>For incident</source>
        <translation>Pour l&apos;incident</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>Valable pendant</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Place it</source>
        <translation>Le placer</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Le modifier</translation>
    </message>
    <message>
        <source>Place a marker</source>
        <translation>Placer un repère</translation>
    </message>
    <message>
        <source>Change a marker</source>
        <translation>Modifier un repère</translation>
    </message>
    <message>
        <source>Stands beside the marker</source>
        <translation>Se lit à côté du repère</translation>
    </message>
</context>
<context>
    <name>MarkerMap</name>
    <message>
        <source>Open an incident here</source>
        <translation>Ouvrir un incident ici</translation>
    </message>
    <message>
        <source>Place a marker here</source>
        <translation>Placer un repère ici</translation>
    </message>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>Projecteur sur les 8 plus proches</translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Spotlight its place</source>
        <translation>Projecteur sur ce lieu</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Le rouvrir</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>Archive: off the pictures and the map</source>
        <translation>Archiver : hors des images et de la carte</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Put it elsewhere…</source>
        <translation>Le mettre ailleurs…</translation>
    </message>
    <message>
        <source>Change its words…</source>
        <translation>Changer ses mots…</translation>
    </message>
    <message>
        <source>Fresh for</source>
        <translation>Valable pendant</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Appartient à</translation>
    </message>
    <message>
        <source>no incident</source>
        <translation>aucun incident</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Injured person</source>
        <translation>Personne blessée</translation>
    </message>
    <message>
        <source>Crowd</source>
        <translation>Foule</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Véhicule</translation>
    </message>
    <message>
        <source>Fire or smoke</source>
        <translation>Feu ou fumée</translation>
    </message>
    <message>
        <source>Object left behind</source>
        <translation>Objet abandonné</translation>
    </message>
    <message>
        <source>Obstacle</source>
        <translation>Obstacle</translation>
    </message>
    <message>
        <source>Own team</source>
        <translation>Notre équipe</translation>
    </message>
    <message>
        <source>Meeting point</source>
        <translation>Point de ralliement</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Yellow green</source>
        <translation>Vert-jaune</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>placed</source>
        <translation>placé</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>clos</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retiré</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expiré</translation>
    </message>
    <message>
        <source>Until somebody resolves it</source>
        <translation>Jusqu&apos;à sa clôture</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 minutes</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 heures</translation>
    </message>
    <message>
        <source>12 hours</source>
        <translation>12 heures</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>lieu inconnu</translation>
    </message>
    <message>
        <source>on the picture of {camera}</source>
        <translation>sur l&apos;image de {camera}</translation>
    </message>
    <message>
        <source>camera {camera} as a whole</source>
        <translation>caméra {camera} entière</translation>
    </message>
    <message>
        <source>placed {time} by {name}</source>
        <translation>placé à {time} par {name}</translation>
    </message>
    <message>
        <source>placed {time}</source>
        <translation>placé à {time}</translation>
    </message>
    <message>
        <source>stale since {time}</source>
        <translation>périmé depuis {time}</translation>
    </message>
    <message>
        <source>fresh until {time}</source>
        <translation>valable jusqu&apos;à {time}</translation>
    </message>
</context>
<context>
    <name>MarkersPart</name>
    <message>
        <source>Markers</source>
        <translation>Repères</translation>
    </message>
    <message>
        <source>Resolve it</source>
        <translation>Le résoudre</translation>
    </message>
    <message>
        <source>Resolve all</source>
        <translation>Tout résoudre</translation>
    </message>
    <message>
        <source>Detach it</source>
        <translation>Le détacher</translation>
    </message>
</context>
<context>
    <name>MaskEditor</name>
    <message>
        <source>Masks of {camera}</source>
        <translation>Masques de {camera}</translation>
    </message>
    <message>
        <source>The camera&apos;s picture with its masks</source>
        <translation>L&apos;image de la caméra avec ses masques</translation>
    </message>
    <message>
        <source>Arrows move the cross, with Shift finely. Space: corner. Enter: close the mask. Backspace: one corner back. Delete: remove a mask. A mask is solid at every level, for everybody; no clear view lifts it.</source>
        <translation>Les flèches déplacent la croix, finement avec Maj. Espace : un coin. Entrée : fermer le masque. Retour arrière : ôter un coin. Suppr : ôter un masque. Un masque est plein à tout niveau, pour tous ; aucune vue claire ne le lève.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Masks: {count}</source>
        <translation>Masques : {count}</translation>
    </message>
    <message>
        <source>unfinished, corners: {count}</source>
        <translation>inachevé, coins : {count}</translation>
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
        <source>Buttons for turning on the picture</source>
        <translation>Boutons d’orientation sur l’image</translation>
    </message>
    <message>
        <source>Send the camera to its home position</source>
        <translation>Renvoyer la caméra à sa position de départ</translation>
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
    <name>MessagesFloor</name>
    <message>
        <source>Export as CAP…</source>
        <translation>Exporter en CAP…</translation>
    </message>
    <message>
        <source>Import a CAP message…</source>
        <translation>Importer un message CAP…</translation>
    </message>
    <message>
        <source>CAP messages that came…</source>
        <translation>Messages CAP reçus…</translation>
    </message>
    <message>
        <source>CAP messages (*.xml *.cap)</source>
        <translation>Messages CAP (*.xml *.cap)</translation>
    </message>
    <message>
        <source>CAP messages (*.xml *.cap *.atom *.edxl)</source>
        <translation>Messages CAP (*.xml *.cap *.atom *.edxl)</translation>
    </message>
    <message>
        <source>Incident {number} opened from the CAP message</source>
        <translation>Incident {number} ouvert depuis le message CAP</translation>
    </message>
    <message>
        <source>Incident {number} changed by the CAP message</source>
        <translation>Incident {number} modifié par le message CAP</translation>
    </message>
    <message>
        <source>Incident {number} withdrawn by the CAP message</source>
        <translation>Incident {number} retiré par le message CAP</translation>
    </message>
    <message>
        <source>The CAP message is kept with incident {number}</source>
        <translation>Le message CAP est gardé avec l’incident {number}</translation>
    </message>
    <message>
        <source>{file} was refused: {why}</source>
        <translation>{file} a été refusé : {why}</translation>
    </message>
    <message>
        <source>CAP messages came: {count}. They wait in the menu Incidents</source>
        <translation>Messages CAP reçus : {count}. Ils attendent dans le menu Incidents</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>{time} were asked for</source>
        <translation>{time} demandées</translation>
    </message>
    <message>
        <source>Cameras: left, right and Space, or their digit; time: - and +</source>
        <translation>Caméras : gauche, droite et Espace, ou leur chiffre ; durée : - et +</translation>
    </message>
    <message>
        <source>Cameras that the approval opens</source>
        <translation>Caméras que l&apos;approbation ouvre</translation>
    </message>
    <message>
        <source>Less time</source>
        <translation>Moins de temps</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Le même encore une fois</translation>
    </message>
    <message>
        <source>At least {least} characters; a sentence of some words is easy to keep.</source>
        <translation>Au moins {least} caractères ; une phrase de quelques mots se retient bien.</translation>
    </message>
    <message>
        <source>The password has {typed} characters; it needs {least}</source>
        <translation>Le mot de passe a {typed} caractères ; il en faut {least}</translation>
    </message>
    <message>
        <source>The two are not the same; type it once more</source>
        <translation>Les deux diffèrent ; tapez-le encore une fois</translation>
    </message>
</context>
<context>
    <name>NoticeHistory</name>
    <message>
        <source>Notices of this session</source>
        <translation>Avis de cette session</translation>
    </message>
    <message>
        <source>All seen</source>
        <translation>Tout vu</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Rien ne s&apos;est encore passé.</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
    <message>
        <source>Go there (F8)</source>
        <translation>Y aller (F8)</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>critique</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>news</source>
        <translation>nouveau</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>would open an incident</source>
        <translation>ouvrirait un incident</translation>
    </message>
    <message>
        <source>would change incident {numbers}</source>
        <translation>modifierait l’incident {numbers}</translation>
    </message>
    <message>
        <source>would withdraw incident {numbers}</source>
        <translation>retirerait l’incident {numbers}</translation>
    </message>
    <message>
        <source>answers incident {numbers}: it would be kept with it</source>
        <translation>répond à l’incident {numbers} : serait gardé avec lui</translation>
    </message>
    <message>
        <source>was taken in</source>
        <translation>a été pris en compte</translation>
    </message>
    <message>
        <source>is about nothing that this room knows</source>
        <translation>ne concerne rien de connu ici</translation>
    </message>
    <message>
        <source>real</source>
        <translation>réel</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>EXERCICE</translation>
    </message>
    <message>
        <source>system message</source>
        <translation>message système</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>ESSAI</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>{file}: refused, {why}</source>
        <translation>{file} : refusé, {why}</translation>
    </message>
    <message>
        <source>From {sender}, {moment}, file {file}</source>
        <translation>De {sender}, {moment}, fichier {file}</translation>
    </message>
    <message>
        <source>Odd: {what}</source>
        <translation>Particularité : {what}</translation>
    </message>
    <message>
        <source>It is signed; the signature was not verified.</source>
        <translation>Il est signé ; la signature n’a pas été vérifiée.</translation>
    </message>
</context>
<context>
    <name>OffersPage</name>
    <message>
        <source>CAP messages that came</source>
        <translation>Messages CAP reçus</translation>
    </message>
    <message>
        <source>Messages, newest first</source>
        <translation>Messages, le plus récent d’abord</translation>
    </message>
    <message>
        <source>What the message says</source>
        <translation>Ce que dit le message</translation>
    </message>
    <message>
        <source>No message has come. Open a file, or start the wall with --cap-inbox DIR.</source>
        <translation>Aucun message reçu. Ouvrez un fichier, ou lancez le mur avec --cap-inbox DIR.</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>OperatorDesk</name>
    <message>
        <source>&amp;Access</source>
        <translation>&amp;Accès</translation>
    </message>
    <message>
        <source>Ask for access…</source>
        <translation>Demander l&apos;accès…</translation>
    </message>
    <message>
        <source>Break the glass…</source>
        <translation>Briser la glace…</translation>
    </message>
    <message>
        <source>My requests and grants</source>
        <translation>Mes demandes et accès</translation>
    </message>
    <message>
        <source>Take an empty scene…</source>
        <translation>Prendre une scène vide…</translation>
    </message>
    <message>
        <source>Go to the notice</source>
        <translation>Aller à l&apos;avis</translation>
    </message>
    <message>
        <source>Notices of this session</source>
        <translation>Avis de cette session</translation>
    </message>
    <message>
        <source>Lock this station</source>
        <translation>Verrouiller ce poste</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Changer le mot de passe…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>Votre mot de passe est changé</translation>
    </message>
    <message>
        <source>Choose the camera of which the empty scene is to be taken</source>
        <translation>Choisissez la caméra dont il faut prendre la scène vide</translation>
    </message>
    <message>
        <source>Opened at once by the owner&apos;s rule: {numbers}</source>
        <translation>Ouvert aussitôt par la règle du propriétaire : {numbers}</translation>
    </message>
    <message>
        <source>Asked for {numbers}</source>
        <translation>Demandé : {numbers}</translation>
    </message>
    <message>
        <source>Opened by break-glass; owner and supervisors are told, and it will be reviewed</source>
        <translation>Ouvert par bris de glace ; le propriétaire et les superviseurs sont avertis, et ce sera examiné</translation>
    </message>
</context>
<context>
    <name>OwnCamerasPage</name>
    <message>
        <source>Own cameras</source>
        <translation>Mes caméras</translation>
    </message>
    <message>
        <source>Own cameras and what was agreed for each</source>
        <translation>Ses caméras et l&apos;accord sur chacune</translation>
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
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Convenu</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrou</translation>
    </message>
    <message>
        <source>No camera of yours is registered.</source>
        <translation>Aucune caméra à vous n&apos;est enregistrée.</translation>
    </message>
    <message>
        <source>Certify an empty scene (E) …</source>
        <translation>Certifier une scène vide (E) …</translation>
    </message>
    <message>
        <source>no agreement: nothing of it opens</source>
        <translation>pas d&apos;accord : rien n&apos;en est ouvert</translation>
    </message>
    <message>
        <source>locked: {reason}</source>
        <translation>verrouillée : {reason}</translation>
    </message>
    <message>
        <source>Lift the lock (L)</source>
        <translation>Lever le verrou (L)</translation>
    </message>
    <message>
        <source>Lock (L)</source>
        <translation>Verrouiller (L)</translation>
    </message>
    <message>
        <source>Lift the lock on camera {number}?</source>
        <translation>Lever le verrou de la caméra {number} ?</translation>
    </message>
    <message>
        <source>Lock camera {number}? Clear views of it close at once.</source>
        <translation>Verrouiller la caméra {number} ? Ses vues claires se ferment aussitôt.</translation>
    </message>
    <message>
        <source>locked by its owner</source>
        <translation>verrouillée par son propriétaire</translation>
    </message>
    <message>
        <source>Camera {number} is locked.</source>
        <translation>La caméra {number} est verrouillée.</translation>
    </message>
    <message>
        <source>The lock is lifted.</source>
        <translation>Le verrou est levé.</translation>
    </message>
</context>
<context>
    <name>OwnerRules</name>
    <message>
        <source>No policy in force: nothing can be opened</source>
        <translation>Aucune règle en vigueur : rien ne peut s&apos;ouvrir</translation>
    </message>
    <message>
        <source>Choose a camera: its owner&apos;s rules stand here.</source>
        <translation>Choisissez une caméra : les règles de son propriétaire s&apos;affichent ici.</translation>
    </message>
    <message>
        <source>The owners&apos; rules</source>
        <translation>Les règles des propriétaires</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>{question} Enter: yes. Esc: no.</source>
        <translation>{question} Entrée : oui. Échap : non.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Its picture is not permitted here.</source>
        <translation>Son image n’est pas autorisée ici.</translation>
    </message>
    <message>
        <source>It stood on no tile when this was made.</source>
        <translation>Elle n’était sur aucune tuile à ce moment.</translation>
    </message>
    <message>
        <source>It was not live when this was made.</source>
        <translation>Elle n’était pas en direct à ce moment.</translation>
    </message>
    <message>
        <source>Take shelter</source>
        <translation>Se mettre à l’abri</translation>
    </message>
    <message>
        <source>Evacuate</source>
        <translation>Évacuer</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Se préparer</translation>
    </message>
    <message>
        <source>Do what was planned</source>
        <translation>Appliquer ce qui est prévu</translation>
    </message>
    <message>
        <source>Keep away</source>
        <translation>Éviter la zone</translation>
    </message>
    <message>
        <source>Watch for news</source>
        <translation>Suivre les nouvelles</translation>
    </message>
    <message>
        <source>Assess the situation</source>
        <translation>Évaluer la situation</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>Fin d’alerte</translation>
    </message>
    <message>
        <source>Nothing to be done</source>
        <translation>Rien à faire</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Retour à la normale</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Veille renforcée</translation>
    </message>
    <message>
        <source>Partial activation</source>
        <translation>Cellule activée</translation>
    </message>
    <message>
        <source>Full activation</source>
        <translation>Crise</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Staging area</source>
        <translation>Zone d’attente</translation>
    </message>
    <message>
        <source>Incident briefing {number}</source>
        <translation>Point de situation {number}</translation>
    </message>
    <message>
        <source>INCIDENT BRIEFING · ICS 201</source>
        <translation>POINT DE SITUATION · ICS 201</translation>
    </message>
    <message>
        <source>The store did not answer when this was made: what other stations did meanwhile is missing.</source>
        <translation>Le stockage ne répondait pas : ce que les autres postes ont fait entre-temps manque.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Ouvert par</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>In charge</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>personne encore</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Monitored by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>Crisis level</source>
        <translation>Niveau de crise</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Liés</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Établi par</translation>
    </message>
    <message>
        <source>Prepared at</source>
        <translation>Établi le</translation>
    </message>
    <message>
        <source>Nothing was written down yet.</source>
        <translation>Rien n’a encore été noté.</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Map sketch</source>
        <translation>Croquis</translation>
    </message>
    <message>
        <source>No place is known to this reader.</source>
        <translation>Aucun lieu n’est connu de ce lecteur.</translation>
    </message>
    <message>
        <source>Cross: the incident. Filled numbers: linked cameras and where they look. Open numbers: others near.</source>
        <translation>Croix : l’incident. Numéros pleins : caméras liées et où elles regardent. Numéros vides : autres proches.</translation>
    </message>
    <message>
        <source>Of this level’s checklist:</source>
        <translation>De la liste de ce niveau :</translation>
    </message>
    <message>
        <source>None were written down yet.</source>
        <translation>Aucun n’a encore été noté.</translation>
    </message>
    <message>
        <source>Objectives and decisions</source>
        <translation>Objectifs et décisions</translation>
    </message>
    <message>
        <source>Actions and timeline</source>
        <translation>Actions et chronologie</translation>
    </message>
    <message>
        <source>The log says nothing about it yet.</source>
        <translation>Le journal n’en dit rien encore.</translation>
    </message>
    <message>
        <source>Only the newest {count} lines; the log has the older ones.</source>
        <translation>Seulement les {count} lignes les plus récentes ; le journal a les autres.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Moyens</translation>
    </message>
    <message>
        <source>None are drawn on a resource or staging layer.</source>
        <translation>Aucun n’est dessiné sur une couche de moyens ou d’attente.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Sorte</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>near</source>
        <translation>proche</translation>
    </message>
    <message>
        <source>looks at the place</source>
        <translation>regarde le lieu</translation>
    </message>
    <message>
        <source>looks elsewhere</source>
        <translation>regarde ailleurs</translation>
    </message>
    <message>
        <source>on this paper</source>
        <translation>sur ce papier</translation>
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
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Log of the control room</source>
        <translation>Main courante de la salle</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>Incident {number}</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Établi par</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>Établi le</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Heures en</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>From line to line</source>
        <translation>De ligne à ligne</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Seulement</translation>
    </message>
    <message>
        <source>Words searched</source>
        <translation>Mots cherchés</translation>
    </message>
    <message>
        <source>Significant lines</source>
        <translation>Lignes importantes</translation>
    </message>
    <message>
        <source>only these</source>
        <translation>seulement elles</translation>
    </message>
    <message>
        <source>Incidents named</source>
        <translation>Incidents cités</translation>
    </message>
    <message>
        <source>{name}, {station}, {moment}</source>
        <translation>{name}, {station}, {moment}</translation>
    </message>
    <message>
        <source>EXERCISE – EXERCISE – EXERCISE</source>
        <translation>EXERCICE – EXERCICE – EXERCICE</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>No line of the log fits.</source>
        <translation>Aucune ligne du journal ne convient.</translation>
    </message>
    <message>
        <source>corrected {moment} by {name}</source>
        <translation>corrigé le {moment} par {name}</translation>
    </message>
    <message>
        <source>incident {number}</source>
        <translation>incident {number}</translation>
    </message>
    <message>
        <source>waits at this station</source>
        <translation>attend à ce poste</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>inconnu ici</translation>
    </message>
    <message>
        <source>Only the newest {count} lines: print older ones by their days.</source>
        <translation>Seulement les {count} lignes les plus récentes : imprimez les autres par jour.</translation>
    </message>
    <message>
        <source>The store did not answer: what others wrote meanwhile is missing.</source>
        <translation>Le stockage ne répondait pas : ce que d’autres ont écrit entre-temps manque.</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
</context>
<context>
    <name>PapersFloor</name>
    <message>
        <source>Briefing PDF…</source>
        <translation>Point de situation en PDF…</translation>
    </message>
    <message>
        <source>Export to CoT…</source>
        <translation>Exporter en CoT…</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>It cannot be recorded who keeps pictures: the briefing is made without them</source>
        <translation>On ne peut pas noter qui garde des images : le point de situation est fait sans elles</translation>
    </message>
    <message>
        <source>Left out, for CoT cannot say it: {count}. The first: {what}</source>
        <translation>Laissé de côté, CoT ne sait pas le dire : {count}. Le premier : {what}</translation>
    </message>
    <message>
        <source>Cursor on Target (*.cot *.xml)</source>
        <translation>Cursor on Target (*.cot *.xml)</translation>
    </message>
    <message>
        <source>Select an incident first (F5)</source>
        <translation>Sélectionnez d’abord un incident (F5)</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>No accounts.</source>
        <translation>Aucun compte.</translation>
    </message>
    <message>
        <source>New account (N)</source>
        <translation>Nouveau compte (N)</translation>
    </message>
    <message>
        <source>Roles (E)</source>
        <translation>Rôles (E)</translation>
    </message>
    <message>
        <source>New first password (R)</source>
        <translation>Nouveau premier mot de passe (R)</translation>
    </message>
    <message>
        <source>Close (Delete)</source>
        <translation>Fermer (Suppr)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>has a key</source>
        <translation>a une clé</translation>
    </message>
    <message>
        <source>not signed in yet</source>
        <translation>jamais connecté</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>{name} is now: {roles}. More rights count once the trust list is renewed.</source>
        <translation>{name} est désormais : {roles}. Les droits en plus valent dès la prochaine liste de confiance.</translation>
    </message>
    <message>
        <source>Give {name} a new first password? The key they have now is lost.</source>
        <translation>Donner à {name} un nouveau premier mot de passe ? Sa clé actuelle est perdue.</translation>
    </message>
    <message>
        <source>Close the account of {name} for good?</source>
        <translation>Fermer définitivement le compte de {name} ?</translation>
    </message>
    <message>
        <source>The account of {name} is closed.</source>
        <translation>Le compte de {name} est fermé.</translation>
    </message>
</context>
<context>
    <name>PersonBadge</name>
    <message>
        <source>You are on duty</source>
        <translation>Vous êtes en service</translation>
    </message>
    <message>
        <source>You are off duty</source>
        <translation>Vous n&apos;êtes plus en service</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>Signed in: {who}</source>
        <translation>Connecté : {who}</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Lock this station</source>
        <translation>Verrouiller ce poste</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Changer le mot de passe…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Roles of {name}</source>
        <translation>Rôles de {name}</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Nouveau compte</translation>
    </message>
    <message>
        <source>the control room</source>
        <translation>la salle de contrôle</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>More rights count for requests once the trust list names them; fewer hold at once.</source>
        <translation>Les droits en plus valent pour les demandes dès que la liste de confiance les nomme ; les droits en moins valent aussitôt.</translation>
    </message>
</context>
<context>
    <name>PresetsForm</name>
    <message>
        <source>What the crisis levels bring</source>
        <translation>Ce que les niveaux de crise apportent</translation>
    </message>
    <message>
        <source>Whoever asks for a level finds this filled in, and may change it for that time.</source>
        <translation>Qui demande un niveau trouve ceci déjà rempli, et peut le changer pour cette fois.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>PtzDesk</name>
    <message>
        <source>To turn camera {number}, sign in as somebody who may steer cameras</source>
        <translation>Pour tourner la caméra {number}, connectez-vous avec le droit de tourner les caméras</translation>
    </message>
    <message>
        <source>Camera {number} takes no commands now</source>
        <translation>La caméra {number} ne prend pas de commande en ce moment</translation>
    </message>
</context>
<context>
    <name>PtzPad</name>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Regarder plus haut</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>Regarder plus bas</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Plus loin</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>Position de départ</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The name, the password or the code is wrong; try again</source>
        <translation>Le nom, le mot de passe ou le code est faux ; réessayez</translation>
    </message>
    <message>
        <source>Too many wrong tries: wait {seconds} s</source>
        <translation>Trop d&apos;essais faux : attendez {seconds} s</translation>
    </message>
    <message>
        <source>This code was used already; wait for the next one</source>
        <translation>Ce code a déjà servi ; attendez le suivant</translation>
    </message>
    <message>
        <source>Your confirmation is over; give your password again</source>
        <translation>Votre confirmation est échue ; redonnez votre mot de passe</translation>
    </message>
    <message>
        <source>This account was closed; ask an administrator</source>
        <translation>Ce compte est fermé ; voyez un administrateur</translation>
    </message>
    <message>
        <source>Choose a password other than the one you were given</source>
        <translation>Choisissez un autre mot de passe que celui reçu</translation>
    </message>
    <message>
        <source>A password has at least {least} characters, this one {typed}; take a sentence</source>
        <translation>Un mot de passe a au moins {least} caractères, celui-ci {typed} ; prenez une phrase</translation>
    </message>
    <message>
        <source>This is not among the rights of your roles; ask an administrator</source>
        <translation>Vos rôles n&apos;en donnent pas le droit ; voyez un administrateur</translation>
    </message>
    <message>
        <source>The signed list of trusted people does not name you in this role yet; ask an administrator</source>
        <translation>La liste signée des personnes de confiance ne vous nomme pas encore dans ce rôle ; voyez un administrateur</translation>
    </message>
    <message>
        <source>A reason has {least} to {most} characters; say what you have to look at</source>
        <translation>Un motif a de {least} à {most} caractères ; dites ce que vous devez voir</translation>
    </message>
    <message>
        <source>There is no camera {number}</source>
        <translation>Il n&apos;y a pas de caméra {number}</translation>
    </message>
    <message>
        <source>{owner} has no policy in force: nothing of it can be opened</source>
        <translation>{owner} n&apos;a pas de règles en vigueur : rien ne peut en être ouvert</translation>
    </message>
    <message>
        <source>The policy of {owner} does not name camera {number}</source>
        <translation>Les règles de {owner} ne nomment pas la caméra {number}</translation>
    </message>
    <message>
        <source>{owner} does not open for this purpose; choose another</source>
        <translation>{owner} n&apos;ouvre pas pour ce but ; choisissez-en un autre</translation>
    </message>
    <message>
        <source>{owner} opens for at most {minutes} min; ask for less time</source>
        <translation>{owner} ouvre au plus {minutes} min ; demandez moins</translation>
    </message>
    <message>
        <source>Nobody could ever open this for you: too few people can agree as “{leg}”; ask an administrator</source>
        <translation>Personne ne pourrait vous l&apos;ouvrir : trop peu de gens peuvent accepter comme « {leg} » ; voyez un administrateur</translation>
    </message>
    <message>
        <source>You have {count} undecided requests, at most {most} may be; withdraw some</source>
        <translation>Vous avez {count} demandes sans décision, {most} au plus ; retirez-en</translation>
    </message>
    <message>
        <source>Camera {number} is locked; whoever set the lock can lift it</source>
        <translation>La caméra {number} est verrouillée ; qui a posé le verrou peut le lever</translation>
    </message>
    <message>
        <source>Your account is locked; a supervisor or an administrator can lift the lock</source>
        <translation>Votre compte est verrouillé ; un superviseur ou un administrateur peut lever le verrou</translation>
    </message>
    <message>
        <source>The station {station} is locked; a supervisor can lift the lock</source>
        <translation>Le poste {station} est verrouillé ; un superviseur peut lever le verrou</translation>
    </message>
    <message>
        <source>{owner} does not allow to break the glass here; ask for access</source>
        <translation>{owner} n&apos;admet pas le bris de glace ici ; demandez l&apos;accès</translation>
    </message>
    <message>
        <source>An earlier time that you broke the glass was not reviewed; ask for access</source>
        <translation>Un bris de glace antérieur n&apos;a pas été examiné ; demandez l&apos;accès</translation>
    </message>
    <message>
        <source>This request is decided or expired already</source>
        <translation>Cette demande est déjà décidée ou expirée</translation>
    </message>
    <message>
        <source>This grant is over already</source>
        <translation>Cet accès est déjà fini</translation>
    </message>
    <message>
        <source>Say in a word or two what has happened</source>
        <translation>Dites en un mot ou deux ce qui s&apos;est passé</translation>
    </message>
    <message>
        <source>This incident is somebody else&apos;s; take it over first</source>
        <translation>Cet incident est à quelqu&apos;un d&apos;autre ; prenez-le d&apos;abord en charge</translation>
    </message>
    <message>
        <source>A message to the public is issued by a supervisor</source>
        <translation>Un message au public est émis par un superviseur</translation>
    </message>
    <message>
        <source>No message about this incident holds any more: there is nothing to cancel</source>
        <translation>Aucun message sur cet incident n’est encore valable : rien à annuler</translation>
    </message>
    <message>
        <source>The incident is still a draft: open it before you tell anybody</source>
        <translation>L’incident est encore un brouillon : ouvrez-le avant d’en parler</translation>
    </message>
    <message>
        <source>Say who sends the message, such as room@city.example</source>
        <translation>Dites qui envoie le message, par exemple salle@ville.example</translation>
    </message>
    <message>
        <source>This message was taken in before; nothing was changed</source>
        <translation>Ce message avait déjà été pris en compte ; rien n’a changé</translation>
    </message>
    <message>
        <source>This message is about nothing that this room knows; nothing was changed</source>
        <translation>Ce message ne concerne rien de connu ici ; rien n’a changé</translation>
    </message>
    <message>
        <source>A real message is not taken into a drill</source>
        <translation>Un vrai message n’entre pas dans un exercice</translation>
    </message>
    <message>
        <source>The PDF could not be printed; try again, with fewer lines</source>
        <translation>Le PDF n’a pas pu être imprimé ; réessayez, avec moins de lignes</translation>
    </message>
    <message>
        <source>{path} could not be written ({why}): choose another place</source>
        <translation>{path} n’a pas pu être écrit ({why}) : choisissez un autre endroit</translation>
    </message>
    <message>
        <source>This incident is yours already</source>
        <translation>Cet incident est déjà le vôtre</translation>
    </message>
    <message>
        <source>A closed incident is reopened by a supervisor only</source>
        <translation>Seul un superviseur rouvre un incident clos</translation>
    </message>
    <message>
        <source>Open markers: {count}; resolve, withdraw or detach them first</source>
        <translation>Repères ouverts : {count} ; résolvez-les, retirez-les ou détachez-les d&apos;abord</translation>
    </message>
    <message>
        <source>Somebody has led this incident on meanwhile; look again</source>
        <translation>Quelqu&apos;un a fait avancer cet incident entre-temps ; regardez de nouveau</translation>
    </message>
    <message>
        <source>This incident is over and not changed any more; write a line into the log</source>
        <translation>Cet incident est terminé et ne se modifie plus ; écrivez une ligne dans le journal</translation>
    </message>
    <message>
        <source>Incidents are worked on by operators and supervisors; ask one</source>
        <translation>Les opérateurs et superviseurs traitent les incidents ; adressez-vous à l&apos;un d&apos;eux</translation>
    </message>
    <message>
        <source>There is no such incident; look again</source>
        <translation>Il n&apos;y a pas de tel incident ; regardez de nouveau</translation>
    </message>
    <message>
        <source>Camera {number} is not linked to this incident</source>
        <translation>La caméra {number} n&apos;est pas liée à cet incident</translation>
    </message>
    <message>
        <source>Somebody has acknowledged this alarm already</source>
        <translation>Quelqu&apos;un a déjà acquitté cette alarme</translation>
    </message>
    <message>
        <source>This alarm is shelved already; take it from the shelf first</source>
        <translation>Cette alarme est déjà suspendue ; reprenez-la d&apos;abord</translation>
    </message>
    <message>
        <source>This alarm is not shelved any more</source>
        <translation>Cette alarme n&apos;est plus suspendue</translation>
    </message>
    <message>
        <source>An alarm is shelved for 12 hours at most</source>
        <translation>Une alarme est suspendue pour 12 heures au plus</translation>
    </message>
    <message>
        <source>An incident was opened from this alarm already</source>
        <translation>Un incident a déjà été ouvert depuis cette alarme</translation>
    </message>
    <message>
        <source>This alarm names no place; confirm the event by its camera instead</source>
        <translation>Cette alarme ne nomme aucun lieu ; confirmez l&apos;événement par sa caméra</translation>
    </message>
    <message>
        <source>Only what happened in the last 24 hours can be confirmed</source>
        <translation>On ne confirme que ce qui s&apos;est passé dans les dernières 24 heures</translation>
    </message>
    <message>
        <source>Somebody has settled or changed it meanwhile; look again</source>
        <translation>Quelqu&apos;un l&apos;a tranché ou modifié entre-temps ; regardez de nouveau</translation>
    </message>
    <message>
        <source>It was deleted meanwhile; make it anew</source>
        <translation>Cela a été supprimé entre-temps ; refaites-le</translation>
    </message>
    <message>
        <source>The store does not answer; this can be done when it is back</source>
        <translation>La base ne répond pas ; ce sera possible à son retour</translation>
    </message>
    <message>
        <source>This layer is locked; unlock it first</source>
        <translation>Cette couche est verrouillée : déverrouillez-la d’abord</translation>
    </message>
    <message>
        <source>An archived layer is not changed any more</source>
        <translation>Une couche archivée ne se modifie plus</translation>
    </message>
    <message>
        <source>Somebody else took it away meanwhile</source>
        <translation>Quelqu’un d’autre l’a retiré entre-temps</translation>
    </message>
    <message>
        <source>A level goes up by any step and down by one; recovery follows an activation only</source>
        <translation>Un niveau monte de tout pas et descend d&apos;un ; le retour à la normale suit une activation seulement</translation>
    </message>
    <message>
        <source>A crisis level needs a second person: somebody else must decide</source>
        <translation>Un niveau de crise demande une seconde personne : quelqu&apos;un d&apos;autre doit décider</translation>
    </message>
    <message>
        <source>Who raised the level cannot ratify it: somebody else must</source>
        <translation>Qui a relevé le niveau ne peut le ratifier : quelqu&apos;un d&apos;autre le doit</translation>
    </message>
    <message>
        <source>The level has changed meanwhile; look again</source>
        <translation>Le niveau a changé entre-temps ; regardez à nouveau</translation>
    </message>
    <message>
        <source>The time of review that was asked for has passed; ask again</source>
        <translation>L&apos;heure de réexamen demandée est passée ; demandez à nouveau</translation>
    </message>
    <message>
        <source>Somebody has decided it already</source>
        <translation>Quelqu&apos;un en a déjà décidé</translation>
    </message>
    <message>
        <source>Only a step up can be an emergency; a step down waits for a second person</source>
        <translation>Seul un pas vers le haut peut être une urgence ; une descente attend une seconde personne</translation>
    </message>
    <message>
        <source>A level opens access only with the signed list of trusted people, and never in a drill</source>
        <translation>Un niveau n&apos;ouvre d&apos;accès qu&apos;avec la liste de confiance signée, et jamais en exercice</translation>
    </message>
    <message>
        <source>This level opens access around a place: ask for it again with an incident that has one</source>
        <translation>Ce niveau ouvre un accès autour d&apos;un lieu : redemandez-le avec un incident qui en a un</translation>
    </message>
    <message>
        <source>The level that brought this checklist is over</source>
        <translation>Le niveau qui a apporté cette liste est terminé</translation>
    </message>
    <message>
        <source>All codes of this minute were used; wait half a minute</source>
        <translation>Tous les codes de cette minute ont servi ; attendez une demi-minute</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Its duplicate: {incident}</source>
        <translation>Son doublon : {incident}</translation>
    </message>
    <message>
        <source>Related: {incident}</source>
        <translation>Lié : {incident}</translation>
    </message>
    <message>
        <source>The same as {incident}? {distance} away, {minutes} min apart</source>
        <translation>Le même que {incident} ? À {distance}, à {minutes} min d&apos;écart</translation>
    </message>
    <message>
        <source>The same as {incident}? At the same place, {minutes} min apart</source>
        <translation>Le même que {incident} ? Au même lieu, à {minutes} min d&apos;écart</translation>
    </message>
    <message>
        <source>It is the same</source>
        <translation>C&apos;est le même</translation>
    </message>
    <message>
        <source>Another, related</source>
        <translation>Un autre, lié</translation>
    </message>
    <message>
        <source>Its page</source>
        <translation>Sa page</translation>
    </message>
    <message>
        <source>Duplicate of {incident}: go on there, and withdraw this one</source>
        <translation>Doublon de {incident} : continuez là-bas, et retirez celui-ci</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Ce n&apos;en est pas un</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Break the glass</source>
        <translation>Briser la glace</translation>
    </message>
    <message>
        <source>Ask for access</source>
        <translation>Demander l&apos;accès</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>Demander plus de temps</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>But</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>What has happened, and what you have to look at</source>
        <translation>Ce qui s&apos;est passé, et ce que vous devez voir</translation>
    </message>
    <message>
        <source>Break the glass…</source>
        <translation>Briser la glace…</translation>
    </message>
    <message>
        <source>Ask (Ctrl+Enter)</source>
        <translation>Demander (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>This opens the picture at once, without anybody&apos;s consent.</source>
        <translation>L&apos;image s&apos;ouvre aussitôt, sans l&apos;accord de personne.</translation>
    </message>
    <message>
        <source>The owner and the supervisors are told at this moment, with your name and your reason. Others review it within 24 hours.</source>
        <translation>Le propriétaire et les superviseurs en sont avertis à l&apos;instant, avec votre nom et votre motif. D&apos;autres l&apos;examinent dans les 24 heures.</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>What the owner&apos;s rules say</source>
        <translation>Ce que disent les règles du propriétaire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>its owner has no policy in force for it</source>
        <translation>son propriétaire n&apos;a pas de règle en vigueur pour elle</translation>
    </message>
    <message>
        <source>its owner does not let your role ask for it</source>
        <translation>son propriétaire ne laisse pas votre rôle la demander</translation>
    </message>
    <message>
        <source>its owner does not allow to break the glass; ask for access</source>
        <translation>son propriétaire n&apos;admet pas le bris de glace ; demandez l&apos;accès</translation>
    </message>
    <message>
        <source>These owners share no purpose: ask for their cameras one owner at a time</source>
        <translation>Ces propriétaires n&apos;ont aucun but commun : demandez leurs caméras l&apos;un après l&apos;autre</translation>
    </message>
    <message>
        <source>{typed} of at least {least} characters</source>
        <translation>{typed} caractères sur au moins {least}</translation>
    </message>
    <message>
        <source>{typed} of at most {most} characters</source>
        <translation>{typed} caractères sur au plus {most}</translation>
    </message>
    <message>
        <source>{typed} characters</source>
        <translation>{typed} caractères</translation>
    </message>
    <message>
        <source>Write a reason of {least} to {most} characters: what you have to look at</source>
        <translation>Écrivez un motif de {least} à {most} caractères : ce que vous devez voir</translation>
    </message>
    <message>
        <source>Break the glass: {numbers}</source>
        <translation>Briser la glace : {numbers}</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
</context>
<context>
    <name>ReviewsPage</name>
    <message>
        <source>Break-glass reviews</source>
        <translation>Examens des bris de glace</translation>
    </message>
    <message>
        <source>Uses of break-glass to be judged, by when they are due</source>
        <translation>Bris de glace à juger, selon leur échéance</translation>
    </message>
    <message>
        <source>Due in</source>
        <translation>Dû dans</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Nothing is to be reviewed. Each break-glass comes here at once and is due within 24 hours.</source>
        <translation>Rien à examiner. Chaque bris de glace arrive ici aussitôt, à juger sous 24 heures.</translation>
    </message>
    <message>
        <source>Note (kept with the judgement)</source>
        <translation>Note (gardée avec le jugement)</translation>
    </message>
    <message>
        <source>Note on the judgement</source>
        <translation>Note sur le jugement</translation>
    </message>
    <message>
        <source>Justified (J)</source>
        <translation>Justifié (J)</translation>
    </message>
    <message>
        <source>Challenged (C)</source>
        <translation>Contesté (C)</translation>
    </message>
    <message>
        <source>overdue since {time}</source>
        <translation>en retard de {time}</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparu</translation>
    </message>
    <message>
        <source>still open: {time}</source>
        <translation>encore ouvert : {time}</translation>
    </message>
    <message>
        <source>over</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert le</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pendant</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>But</translation>
    </message>
    <message>
        <source>the text was erased</source>
        <translation>le texte a été effacé</translation>
    </message>
    <message>
        <source>Why, as typed then</source>
        <translation>Pourquoi, saisi alors</translation>
    </message>
    <message>
        <source>Judge the break-glass of {name}: {verdict}?</source>
        <translation>Juger le bris de glace de {name} : {verdict} ?</translation>
    </message>
    <message>
        <source>It still runs and ends at once.</source>
        <translation>Il court encore et prend fin aussitôt.</translation>
    </message>
    <message>
        <source>Judged: {verdict}</source>
        <translation>Jugé : {verdict}</translation>
    </message>
</context>
<context>
    <name>RightsPage</name>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>Which role may do what</source>
        <translation>Quel rôle peut faire quoi</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droit</translation>
    </message>
    <message>
        <source>A right is necessary, never enough: owners&apos; agreements, other people&apos;s consent and locks come on top. Nobody decides on their own request, and an administrator opens no picture.</source>
        <translation>Un droit est nécessaire, jamais suffisant : s&apos;y ajoutent les accords des propriétaires, le consentement d&apos;autrui et les verrous. Nul ne décide de sa propre demande, et un administrateur n&apos;ouvre aucune image.</translation>
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
    <name>SceneProposal</name>
    <message>
        <source>Version {version} is proposed; countersign it under agreements. It names the empty scene.</source>
        <translation>La version {version} est proposée ; contresignez-la sous Accords. Elle nomme la scène vide.</translation>
    </message>
</context>
<context>
    <name>SecondFactor</name>
    <message>
        <source>Address for the authenticator</source>
        <translation>Adresse pour l&apos;authentificateur</translation>
    </message>
    <message>
        <source>First code</source>
        <translation>Premier code</translation>
    </message>
    <message>
        <source>Your telephone&apos;s authenticator</source>
        <translation>L&apos;authentificateur de votre téléphone</translation>
    </message>
    <message>
        <source>Choose “enter a key” in the authenticator, time-based, and type these letters. They are shown this once; nobody can read them again.</source>
        <translation>Choisissez « saisir une clé » dans l&apos;authentificateur, basée sur l&apos;heure, et tapez ces lettres. Elles ne sont montrées que cette fois ; personne ne peut les relire.</translation>
    </message>
    <message>
        <source>Or this address</source>
        <translation>Ou cette adresse</translation>
    </message>
</context>
<context>
    <name>ShelveForm</name>
    <message>
        <source>Shelve an alarm</source>
        <translation>Suspendre une alarme</translation>
    </message>
    <message>
        <source>It is silent until then, for everybody, and comes back by itself.</source>
        <translation>Elle se tait jusque-là, pour tous, et revient d&apos;elle-même.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu&apos;à</translation>
    </message>
    <message>
        <source>such as: the sensor is being mended</source>
        <translation>par exemple : le capteur est en réparation</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Say why: whoever comes next must know</source>
        <translation>Dites pourquoi : qui prendra la suite doit le savoir</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in · wallapp</source>
        <translation>Connexion · wallapp</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Code of your telephone; none at the very first time</source>
        <translation>Code de votre téléphone ; aucun la toute première fois</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Watch without signing in</source>
        <translation>Regarder sans se connecter</translation>
    </message>
    <message>
        <source>Station {station}</source>
        <translation>Poste {station}</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The demo&apos;s people: {logins}. Everybody&apos;s password is “{password}”. A real wall has none of it.</source>
        <translation>Les gens de la démo : {logins}. Leur mot de passe à tous est « {password} ». Un vrai mur n&apos;a rien de tel.</translation>
    </message>
    <message>
        <source>{login}&apos;s code now: {code}</source>
        <translation>Code de {login} à présent : {code}</translation>
    </message>
    <message>
        <source>Too many wrong tries: wait {seconds} s</source>
        <translation>Trop d&apos;essais faux : attendez {seconds} s</translation>
    </message>
</context>
<context>
    <name>SituationBoard</name>
    <message>
        <source>Sign in first</source>
        <translation>Connectez-vous d&apos;abord</translation>
    </message>
    <message>
        <source>Somebody else changed it first: both values are kept until one of you settles it</source>
        <translation>Quelqu&apos;un d&apos;autre l&apos;a changé avant : les deux valeurs sont gardées jusqu&apos;à ce que l&apos;un de vous tranche</translation>
    </message>
    <message>
        <source>The store does not answer: it is kept at this station and sent when it is back</source>
        <translation>La base ne répond pas : c&apos;est gardé à ce poste et envoyé à son retour</translation>
    </message>
</context>
<context>
    <name>SnapshotDesk</name>
    <message>
        <source>The selected tile is empty: no snapshot was taken</source>
        <translation>La tuile choisie est vide : aucune capture n&apos;a été prise</translation>
    </message>
    <message>
        <source>No snapshot was kept: it cannot be recorded who keeps it, the store does not answer</source>
        <translation>Aucune capture n&apos;a été gardée : impossible d&apos;enregistrer qui la garde, la base ne répond pas</translation>
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
    <name>SpotFloor</name>
    <message>
        <source>Mark a spot of the selected tile…</source>
        <translation>Marquer un point de la tuile choisie…</translation>
    </message>
    <message>
        <source>The selected tile is empty: choose one with a camera first</source>
        <translation>La tuile choisie est vide : choisissez-en d&apos;abord une avec une caméra</translation>
    </message>
    <message>
        <source>Arrows move the cross, Enter chooses the spot, Escape gives up</source>
        <translation>Les flèches déplacent la croix, Entrée choisit le point, Échap abandonne</translation>
    </message>
    <message>
        <source>Withdraw a marker</source>
        <translation>Retirer un repère</translation>
    </message>
    <message>
        <source>Why is “{marker}” withdrawn?</source>
        <translation>Pourquoi « {marker} » est-il retiré ?</translation>
    </message>
    <message>
        <source>Click where the marker belongs now, or use the arrows and Enter; Escape gives up</source>
        <translation>Cliquez là où est maintenant sa place, ou prenez les flèches et Entrée ; Échap abandonne</translation>
    </message>
    <message>
        <source>On the map · {place}</source>
        <translation>Sur la carte · {place}</translation>
    </message>
    <message>
        <source>The register does not know this camera</source>
        <translation>Le registre ne connaît pas cette caméra</translation>
    </message>
    <message>
        <source>{where}, within {metres} m</source>
        <translation>{where}, à {metres} m près</translation>
    </message>
    <message>
        <source>Marker placed: {marker}</source>
        <translation>Repère placé : {marker}</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>Incident {name}: look for what happens there</source>
        <translation>Incident {name} : voir ce qui s&apos;y passe</translation>
    </message>
</context>
<context>
    <name>SpotlightBar</name>
    <message>
        <source>Spotlight: {name}</source>
        <translation>Projecteur : {name}</translation>
    </message>
    <message>
        <source>Ask for all that is locked ({count})</source>
        <translation>Tout demander ({count})</translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation>Revenir (Ret. arr.)</translation>
    </message>
</context>
<context>
    <name>SpotlightDesk</name>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>Projecteur sur les 8 plus proches</translation>
    </message>
    <message>
        <source>Back to the wall before the spotlight</source>
        <translation>Revenir au mur d&apos;avant le projecteur</translation>
    </message>
    <message>
        <source>Ask for what the spotlight brought up locked…</source>
        <translation>Demander ce que le projecteur a trouvé fermé…</translation>
    </message>
    <message>
        <source>Select an incident, or a tile with a camera, first</source>
        <translation>Choisissez d&apos;abord un incident ou une tuile avec une caméra</translation>
    </message>
    <message>
        <source>The wall is as it was before the spotlight</source>
        <translation>Le mur est tel qu&apos;avant le projecteur</translation>
    </message>
    <message>
        <source>There is no spotlight to go back from</source>
        <translation>Il n&apos;y a pas de projecteur dont revenir</translation>
    </message>
    <message>
        <source>Nothing of the spotlight is locked</source>
        <translation>Rien n&apos;est fermé sous le projecteur</translation>
    </message>
    <message>
        <source>No camera is known near there: the register does not say where it stands</source>
        <translation>Aucune caméra connue près de là : le registre ne dit pas où c&apos;est</translation>
    </message>
    <message>
        <source>{count} cameras around {name}; Backspace goes back</source>
        <translation>Caméras autour de {name} : {count} ; Retour arrière ramène le mur</translation>
    </message>
</context>
<context>
    <name>StepUpDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirmez que c&apos;est vous</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>This needs your own second factor.</source>
        <translation>Il y faut votre propre second facteur.</translation>
    </message>
    <message>
        <source>Confirmed a moment ago: the code alone is enough.</source>
        <translation>Confirmé il y a un instant : le code seul suffit.</translation>
    </message>
    <message>
        <source>Your password, and the code that your telephone shows now.</source>
        <translation>Votre mot de passe, et le code que montre votre téléphone.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>The demo&apos;s code now: {code}. Nobody has a telephone here; a real wall never shows it.</source>
        <translation>Code de la démo à présent : {code}. Personne n&apos;a de téléphone ici ; un vrai mur ne le montre jamais.</translation>
    </message>
    <message>
        <source>The demo&apos;s password: {password}</source>
        <translation>Mot de passe de la démo : {password}</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>Take over</source>
        <translation>Prendre en charge</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>It is {name}&apos;s: take it over to change it</source>
        <translation>Il est à {name} : prenez-le en charge pour le modifier</translation>
    </message>
    <message>
        <source>Why is it withdrawn? Enter does it, Esc leaves it</source>
        <translation>Pourquoi le retirer ? Entrée le fait, Échap y renonce</translation>
    </message>
    <message>
        <source>Why is it reopened? Enter does it, Esc leaves it</source>
        <translation>Pourquoi le rouvrir ? Entrée le fait, Échap y renonce</translation>
    </message>
</context>
<context>
    <name>TakeScene</name>
    <message>
        <source>Empty scene of {number} {name}</source>
        <translation>Scène vide de {number} {name}</translation>
    </message>
    <message>
        <source>The scene that was taken</source>
        <translation>La scène prise</translation>
    </message>
    <message>
        <source>Take it now</source>
        <translation>La prendre maintenant</translation>
    </message>
    <message>
        <source>Keep it for the owner</source>
        <translation>La garder pour le propriétaire</translation>
    </message>
    <message>
        <source>The decoder takes it from {seconds} seconds of the clear picture, without its masked parts. Only the finished small picture leaves it, and it bears nobody&apos;s watermark: it is kept in the store and may be seen by the owner&apos;s people. Take it only while nobody is there: somebody who stands still shows in it for ever. Each size of picture needs its own: take it once on a large tile and once on a small one.</source>
        <translation>Le décodeur la prend sur {seconds} secondes de l&apos;image en clair, sans ses parties masquées. Seule la petite image finie en sort, et elle ne porte le filigrane de personne : elle est gardée dans la base, et les gens du propriétaire peuvent la voir. Ne la prenez que lorsqu&apos;il n&apos;y a personne : qui se tient immobile y figure pour toujours. Chaque taille d&apos;image a besoin de la sienne : prenez-la une fois sur une grande tuile et une fois sur une petite.</translation>
    </message>
    <message>
        <source>Being taken: keep the place empty …</source>
        <translation>Prise en cours : gardez le lieu vide …</translation>
    </message>
    <message>
        <source>Taken, sizes: {count}. Look at it: is nobody in it?</source>
        <translation>Prise, tailles : {count}. Regardez-la : n&apos;y a-t-il personne ?</translation>
    </message>
    <message>
        <source>Kept. Its owner certifies it under own cameras.</source>
        <translation>Gardée. Son propriétaire la certifie sous ses caméras.</translation>
    </message>
</context>
<context>
    <name>TileAccess</name>
    <message>
        <source>access ended</source>
        <translation>accès fini</translation>
    </message>
    <message>
        <source>access revoked</source>
        <translation>accès révoqué</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>rendu</translation>
    </message>
    <message>
        <source>stopped by a lock</source>
        <translation>arrêté par un verrou</translation>
    </message>
    <message>
        <source>access no longer holds</source>
        <translation>l&apos;accès ne vaut plus</translation>
    </message>
    <message>
        <source>not renewed: the store does not answer</source>
        <translation>non renouvelé : la base ne répond pas</translation>
    </message>
    <message>
        <source>clear until {time}</source>
        <translation>en clair jusqu&apos;à {time}</translation>
    </message>
    <message>
        <source>access not renewed: the store does not answer</source>
        <translation>accès non renouvelé : la base ne répond pas</translation>
    </message>
    <message>
        <source>granted, but not opened: {reason}</source>
        <translation>accordé, mais pas ouvert : {reason}</translation>
    </message>
    <message>
        <source>R: ask for access</source>
        <translation>R : demander l&apos;accès</translation>
    </message>
    <message>
        <source>asked, {met} of {needed} agreed</source>
        <translation>demandé, {met} sur {needed} d&apos;accord</translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>en attente de {who}</translation>
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
    <name>TrustPage</name>
    <message>
        <source>Trust list</source>
        <translation>Liste de confiance</translation>
    </message>
    <message>
        <source>What a new list would change</source>
        <translation>Ce que changerait une nouvelle liste</translation>
    </message>
    <message>
        <source>Waiting for signatures</source>
        <translation>En attente de signatures</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Whom it concerns</source>
        <translation>Qui est concerné</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Rien ne changerait.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signée par</translation>
    </message>
    <message>
        <source>No list waits.</source>
        <translation>Aucune liste n&apos;attend.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>No agreement is in force: nothing private opens.</source>
        <translation>Aucun accord en vigueur : rien de privé ne s&apos;ouvre.</translation>
    </message>
    <message>
        <source>Propose and sign (P)</source>
        <translation>Proposer et signer (P)</translation>
    </message>
    <message>
        <source>Sign the chosen list (S)</source>
        <translation>Signer la liste choisie (S)</translation>
    </message>
    <message>
        <source>Decoders open a private camera only for people and agreements on this list. A new list takes force with the signatures of two administrators.</source>
        <translation>Les décodeurs n&apos;ouvrent une caméra privée que pour les personnes et accords de cette liste. Une nouvelle liste entre en vigueur avec les signatures de deux administrateurs.</translation>
    </message>
    <message>
        <source>Propose a trust list, changes: {count}</source>
        <translation>Proposer une liste de confiance, changements : {count}</translation>
    </message>
    <message>
        <source>Sign trust list {version}</source>
        <translation>Signer la liste de confiance {version}</translation>
    </message>
    <message>
        <source>Signed. Trust list {version} is in force.</source>
        <translation>Signée. La liste de confiance {version} est en vigueur.</translation>
    </message>
    <message>
        <source>Signed. Trust list {version} waits for another administrator.</source>
        <translation>Signée. La liste de confiance {version} attend un autre administrateur.</translation>
    </message>
</context>
<context>
    <name>TwoSteps</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Prouver</translation>
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
        <source>Ask for access…</source>
        <translation>Demander l&apos;accès…</translation>
    </message>
    <message>
        <source>Calibrate the ground…</source>
        <translation>Étalonner le sol…</translation>
    </message>
    <message>
        <source>Take the camera off</source>
        <translation>Retirer la caméra</translation>
    </message>
    <message>
        <source>This marker</source>
        <translation>Ce repère</translation>
    </message>
    <message>
        <source>Open an incident here</source>
        <translation>Ouvrir un incident ici</translation>
    </message>
    <message>
        <source>Place a marker</source>
        <translation>Placer un repère</translation>
    </message>
    <message>
        <source>Spotlight the nearest 8</source>
        <translation>Projecteur sur les 8 plus proches</translation>
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
    <message>
        <source>view moved</source>
        <translation>vue déplacée</translation>
    </message>
    <message>
        <source>markers: {markers}</source>
        <translation>repères : {markers}</translation>
    </message>
    <message>
        <source>concerned by {layers}</source>
        <translation>concernée par {layers}</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Show the whole map</source>
        <translation>Montrer tout le plan</translation>
    </message>
    <message>
        <source>Show the map here</source>
        <translation>Mettre le plan ici</translation>
    </message>
    <message>
        <source>Take the map off</source>
        <translation>Retirer le plan</translation>
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
    <message>
        <source>The map on tile {tile}</source>
        <translation>Le plan dans la tuile {tile}</translation>
    </message>
    <message>
        <source>“{line}” is no command: type a camera number, L2, S2, 4x4, 1+5, M, H or ?</source>
        <translation>« {line} » n&apos;est pas une commande : tapez un numéro de caméra, L2, S2, 4x4, 1+5, M, H ou ?</translation>
    </message>
</context>
<context>
    <name>Watcher</name>
    <message>
        <source>{cameras}: the clear picture closes in less than a minute</source>
        <translation>{cameras} : l&apos;image en clair se ferme dans moins d&apos;une minute</translation>
    </message>
    <message>
        <source>The store answers again</source>
        <translation>La base répond à nouveau</translation>
    </message>
    <message>
        <source>The store does not answer: clear pictures close within 30 s, nothing can be decided</source>
        <translation>La base ne répond pas : les images en clair se ferment dans les 30 s, rien ne peut être décidé</translation>
    </message>
    <message>
        <source>{who} asks for {cameras}: {purpose}, {time}. It waits for your decision</source>
        <translation>{who} demande {cameras} : {purpose}, {time}. Votre décision est attendue</translation>
    </message>
    <message>
        <source>A closed account</source>
        <translation>Un compte fermé</translation>
    </message>
    <message>
        <source>{who} broke the glass for {cameras}; it is to be reviewed</source>
        <translation>{who} a brisé la glace pour {cameras} ; c&apos;est à examiner</translation>
    </message>
    <message>
        <source>Approved: {cameras} for {time}</source>
        <translation>Approuvé : {cameras} pour {time}</translation>
    </message>
    <message>
        <source>Approved, less than asked for: {cameras} for {time}</source>
        <translation>Approuvé, moins que demandé : {cameras} pour {time}</translation>
    </message>
    <message>
        <source>Your request for {cameras}: {state}</source>
        <translation>Votre demande pour {cameras} : {state}</translation>
    </message>
    <message>
        <source>{cameras}: the clear picture was closed ({why})</source>
        <translation>{cameras} : l&apos;image en clair a été fermée ({why})</translation>
    </message>
</context>
</TS>
