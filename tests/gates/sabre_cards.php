<?php
// What sabre/vobject reads in a file of vCards, as JSON: of each card the version, name and first telephone.
//
//     php sabre_cards.php FILE

require 'Sabre/VObject/includes.php';
require 'Sabre/VObject/Component/VCard.php';  // which Debian's list of 2.1.7 leaves out

$found = [];
$cards = new Sabre\VObject\Splitter\VCard(fopen($argv[1], 'r'));
while ($card = $cards->getNext()) {
    $problems = array_map(function ($problem) { return $problem['message']; }, $card->validate());
    $found[] = [
        'version' => (string) $card->VERSION,
        'name' => (string) $card->FN,
        'phone' => isset($card->TEL) ? (string) $card->TEL : null,
        'problems' => $problems,
    ];
}
echo json_encode($found);
