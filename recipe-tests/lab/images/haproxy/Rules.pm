package Rules;

# What Traefik's labels of a service say, as far as recipes use them: which hosts lead to which of its ports.

use strict;
use warnings;

# routes(\%labels): a list of { kind => 'http' or 'tls', host => 'a.test' or '.a.test' (all below), port => 8080 }, and a list
# of what is not understood.
sub routes {
    my %labels = map { lc $_ => $_[0]{$_} } keys %{ $_[0] };
    my (@routes, @not);
    return (\@routes, \@not) unless lc($labels{'traefik.enable'} // '') eq 'true';
    for my $label (sort keys %labels) {
        my ($protocol, $router) = $label =~ /^traefik\.(http|tcp)\.routers\.(.+)\.rule$/ or next;
        my $rule = $labels{$label};
        my ($hosts, $rest) = hosts($rule);
        my $why;
        if ($protocol eq 'tcp' && lc($labels{"traefik.tcp.routers.$router.tls.passthrough"} // '') ne 'true') {
            $why = 'a TCP router is followed only where it passes TLS through';
        }
        elsif (!@$hosts) { $why = 'no host is in it' }
        my $port = port(\%labels, $protocol, $router);
        $why //= 'no port is found for its service' unless $port;
        if ($why) {
            push @not, "$label=$rule: $why";
            next;
        }
        push @not, "$label=$rule: only its hosts are followed" if $rest;
        push @routes, map { { kind => $protocol eq 'tcp' ? 'tls' : 'http', host => $_, port => $port } } @$hosts;
    }
    return (\@routes, \@not);
}

# The hosts of a rule, and what else is in it but `||` between them.
sub hosts {
    my ($rule) = @_;
    my @hosts;
    while ($rule =~ s/\b(Host|HostSNI|HostRegexp|HostSNIRegexp)\s*\(([^)]*)\)//i) {
        my ($matcher, $arguments) = (lc $1, $2);
        while ($arguments =~ /[`"']([^`"']+)[`"']/g) {
            my $written = $1;
            my $host = $matcher =~ /regexp/ ? below($written) : $written;
            push @hosts, lc($host =~ s/^\*\././r) if defined $host && $host =~ /^[\w.*-]*\w$/;
        }
    }
    return (\@hosts, $rule =~ s/[\s()|]//gr);
}

# Of a pattern such as `{handle:.+}.a.test` or `^.+\.a\.test$`, that it means all below a.test; nothing of any other.
sub below {
    my ($pattern) = @_;
    $pattern =~ s/^\^//;
    $pattern =~ s/\$$//;
    return $pattern =~ /^(?:\{[^}]*\}|[^.\\]*\.[+*]|\[[^\]]*\][+*])\\?(\.[\w.\\-]+)$/ ? $1 =~ s/\\//gr : undef;
}

# The port that a router leads to: that of the service it names, of the one with its own name, or of the only one.
sub port {
    my ($labels, $protocol, $router) = @_;
    my %ports;
    for (keys %$labels) {
        $ports{$1} = $labels->{$_} if /^traefik\.\Q$protocol\E\.services\.(.+)\.loadbalancer\.server\.port$/;
    }
    my $named = $labels->{"traefik.$protocol.routers.$router.service"};
    my $port = defined $named ? $ports{ lc($named =~ s/\@.*//r) } : $ports{$router};
    ($port) = values %ports if !defined $port && !defined $named && keys %ports == 1;
    return defined $port && $port =~ /^\d+$/ ? $port : undef;
}

1;
