#!/usr/bin/perl
# A name server that answers each question with NXDOMAIN. An engine without a network has no other, and without an answer each lookup of
# a name takes 10 to 20 s: swarm asks for the image of each task, and containers ask for names that do not exist.
use strict;
use warnings;
use Socket;

my ($address) = @ARGV;
socket(my $server, PF_INET, SOCK_DGRAM, getprotobyname('udp')) or die "cannot open a UDP socket: $!\n";
bind($server, pack_sockaddr_in(53, inet_aton($address))) or die "cannot bind $address:53: $!\n";
while (my $client = recv($server, my $query, 4096, 0)) {
    my $end = index($query, "\0", 12) + 5;    # of the first question: its name, type and class
    next if length($query) < 17 || $end > length($query);
    send($server, substr($query, 0, 2) . "\x81\x83" . "\0\1" . "\0" x 6 . substr($query, 12, $end - 12), 0, $client);
}
