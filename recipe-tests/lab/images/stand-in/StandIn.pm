package StandIn;

# What the stand-ins have in common: HTTP from a few processes, each of which keeps a connection of its own to its database.
#
# A connection that the database has ended is noticed by the request that needs it. That one is answered with 500, and all
# processes connect anew for their next: as the apps themselves do, whose pools drop what they find broken.
use strict;
use warnings;
use Exporter 'import';
use DBI;
use HTTP::Tiny;
use IO::Socket::INET;
use JSON::PP;
use Time::HiRes qw(time);

our @EXPORT_OK = qw(serve get id now first_row refused signed_in hash_of is_password);

my $WORKERS         = 4;
my $DATABASE_LIMIT  = 60;    # seconds that the database may take to be there, at the start
my $REQUEST_LIMIT   = 10;    # seconds for one request
my $LONGEST_REQUEST = 64 * 1024 * 1024;

# How each database is reached, and what keeps two from making its tables at once; PostgreSQL unless an app says otherwise.
my %DRIVERS = (
    Pg => {
        source  => 'dbi:Pg:dbname=%s;host=%s;port=%s;connect_timeout=5',
        options => { pg_enable_utf8 => 1 },
        alone   => ['SET client_min_messages = warning', 'SELECT pg_advisory_xact_lock(8065)'],
    },
    MariaDB => {
        source  => 'dbi:MariaDB:database=%s;host=%s;port=%s;mariadb_connect_timeout=5',
        options => {},
        alone   => ["DO GET_LOCK('tables', 60)"],
    },
);

my $json = JSON::PP->new->utf8->canonical;

$| = 1;

sub say_it { print "@_\n" }

sub id {
    my ($length) = @_;
    open my $random, '<:raw', '/dev/urandom' or die "/dev/urandom can't be read: $!";
    my $bytes;
    read $random, $bytes, $length;
    return join '', map { ('a' .. 'z', 0 .. 9)[ord($_) % 32] } split //, $bytes;
}

# Milliseconds since 1970.
sub now { return int(time * 1000) }

# first_row(database, sql, values...): as a hash, or nothing.
sub first_row {
    my ($database, $sql, @values) = @_;
    return $database->selectrow_hashref($sql, undef, @values);
}

sub refused { my ($status, $message) = @_; return [$status, { message => $message, statusCode => $status }] }

# signed_in(sql, code): the code is given the request, the user whom the SQL finds for its token, and what the route has captured.
sub signed_in {
    my ($sql, $code) = @_;
    return sub {
        my ($request, @captured) = @_;
        my $user = $request->{bearer} && first_row($request->{database}, $sql, $request->{bearer});
        return $user ? $code->($request, $user, @captured) : refused(401, 'Invalid or expired session, please login again.');
    };
}

sub hash_of { my ($password) = @_; return crypt $password, '$6$' . id(16) }

sub is_password { my ($password, $hash) = @_; return crypt($password // '', $hash) eq $hash }

sub driver_of { my ($at) = @_; return $DRIVERS{ $at->{driver} // 'Pg' } }

sub connect_to {
    my ($at) = @_;
    my $driver = driver_of($at);
    return DBI->connect(
        sprintf($driver->{source}, @$at{qw(name host port)}), $at->{user}, $at->{password},
        { RaiseError => 1, PrintError => 0, AutoCommit => 1, %{ $driver->{options} } });
}

# Two that start at once must not both create what neither has found.
sub make_tables {
    my ($app) = @_;
    my $until = time + $DATABASE_LIMIT;
    my $database;
    until ($database = eval { connect_to($app->{database}) }) {
        die "no database after $DATABASE_LIMIT s: $@" if time > $until;
        say_it("waiting for the database: $@");
        sleep 1;
    }
    $database->begin_work;
    $database->do($_) for @{ driver_of($app->{database})->{alone} }, @{ $app->{tables} };
    $database->commit;
    $database->disconnect;
}

sub read_request {
    my ($client) = @_;
    my ($method, $target) = split ' ', <$client> // '';
    defined $target or return;
    my %headers;
    while (defined(my $line = <$client>)) {
        last if $line =~ /^\r?$/;
        $headers{ lc $1 } = $2 if $line =~ /^([^:\s]+):\s*(.*?)\r?\n$/;
    }
    my $length = $headers{'content-length'} // 0;
    return if $length > $LONGEST_REQUEST;
    my $body = '';
    read $client, $body, $length;
    my ($path) = split /\?/, $target;
    my ($bearer) = ($headers{authorization} // '') =~ /^Bearer\s+(\S+)/i;
    return { method => $method, path => $path, headers => \%headers, body => $body, bearer => $bearer };
}

# A route is [method, pattern of the path, code]. The code is given the request, with {database}, {json} and what the pattern
# has captured, and returns [status, what becomes JSON or the reference of a text, headers].
sub answer_to {
    my ($app, $request) = @_;
    for my $route (@{ $app->{routes} }) {
        my ($method, $pattern, $code) = @$route;
        next if $method ne $request->{method};
        my @captured = $request->{path} =~ /^$pattern$/ or next;
        $request->{json} = length $request->{body} && ($request->{headers}{'content-type'} // '') =~ m{^application/json}
            ? eval { $json->decode($request->{body}) } // return [400, { message => 'The body is no JSON.' }]
            : {};
        return $code->($request, @captured);
    }
    return [404, { message => "There is nothing at $request->{path}." }];
}

sub respond {
    my ($client, $status, $content, %headers) = @_;
    my $text = ref $content eq 'SCALAR' ? $$content : $json->encode($content);
    %headers = ('Content-Type' => ref $content eq 'SCALAR' ? 'application/octet-stream' : 'application/json', %headers);
    print {$client} "HTTP/1.1 $status .\r\n", (map { "$_: $headers{$_}\r\n" } sort keys %headers),
        'Content-Length: ', length $text, "\r\nConnection: close\r\n\r\n", $text;
}

# Connects unless it is connected. Whether an old connection is still good is only asked when another process has found its own ended.
sub work {
    my ($app, $server) = @_;
    my ($database, $doubtful);
    $SIG{$_} = 'DEFAULT' for qw(TERM INT CHLD);
    $SIG{USR1} = sub { $doubtful = 1 };
    while (1) {
        my $client = $server->accept or next;
        my $answer = eval {
            local $SIG{ALRM} = sub { die "it took longer than $REQUEST_LIMIT s\n" };
            alarm $REQUEST_LIMIT;
            my $request = read_request($client) or die "it is no request\n";
            $doubtful = 1 if $request->{path} eq $app->{health};
            undef $database if $doubtful && $database && !$database->ping;
            $doubtful = 0;
            $request->{database} = $database //= connect_to($app->{database});
            answer_to($app, $request);
        };
        my $failure = $@;
        alarm 0;
        if (!$answer) {
            say_it("a request failed: $failure");
            $answer = [500, { message => 'The server has failed.', status => 'unhealthy' }];
            if ($database && !$database->ping) {
                undef $database;
                kill USR1 => -getpgrp;
            }
        }
        my ($status, $content, %headers) = @$answer;
        respond($client, $status, $content, %headers);
        close $client;
    }
}

# serve(name, port, health, database, tables, routes): never returns.
sub serve {
    my ($app) = @_;
    my %workers;
    # Process 1 of a container gets no signal that it has no handler for.
    $SIG{TERM} = $SIG{INT} = sub { kill TERM => keys %workers; exit 0 };
    $SIG{USR1} = $SIG{PIPE} = 'IGNORE';
    setpgrp;
    make_tables($app);
    my $server = IO::Socket::INET->new(LocalPort => $app->{port}, Listen => 64, ReuseAddr => 1)
        or die "can't listen on port $app->{port}: $@";
    say_it("$app->{name}, a stand-in, listens on port $app->{port}");
    while (1) {
        while (keys %workers < $WORKERS) {
            my $child = fork // die "can't fork: $!";
            if (!$child) { work($app, $server); exit 0 }
            $workers{$child} = 1;
        }
        my $ended = wait;
        delete $workers{$ended};
    }
}

# Asks the server of one's own container, as a health check does: fails unless it answers 200.
sub get {
    my ($port, $path) = @_;
    my $answer = HTTP::Tiny->new(timeout => 4)->get("http://127.0.0.1:$port$path");
    print $answer->{content}, "\n";
    $answer->{status} == 200 or die "GET $path is answered with $answer->{status}, expected 200\n";
    exit 0;
}

1;
