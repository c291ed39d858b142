<?php
// The dates that sabre/vobject (ownCloud, Nextcloud, Baïkal) finds in a calendar, as JSON, one object a date.
//
//     php sabre_occurrences.php FILE FIRST LAST      FIRST and LAST: days, in UTC, both included
//
// Its own expand() does the work, as when a server answers a CalDAV client.

require 'Sabre/VObject/includes.php';

[, $file, $first, $last] = $argv;
date_default_timezone_set('UTC');
$calendar = Sabre\VObject\Reader::read(file_get_contents($file));
$calendar->expand(new DateTime("$first -1 day"), new DateTime("$last +2 days"));

function written($property) {
    $isDay = $property->getDateType() === Sabre\VObject\Property\DateTime::DATE;
    $moment = clone $property->getDateTime();
    return $isDay ? $moment->format('Y-m-d') : $moment->setTimezone(new DateTimeZone('UTC'))->format('Y-m-d\TH:i:s\Z');
}

$found = [];
foreach ($calendar->select('VEVENT') as $vevent) {
    $start = written($vevent->DTSTART);
    if (substr($start, 0, 10) >= $first && substr($start, 0, 10) <= $last) {
        $found[] = [
            'uid' => (string) $vevent->UID,
            'start' => $start,
            'end' => isset($vevent->DTEND) ? written($vevent->DTEND) : $start,
            'status' => (string) $vevent->STATUS,
        ];
    }
}
echo json_encode($found);
