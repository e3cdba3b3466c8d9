package org.recipeharness.lease;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recipeharness.swarm.Notice;
import org.recipeharness.swarm.Notices;

/** The leases of a swarm, each a notice in a slot of its own. */
final class LeaseBook {

    /** What the names of all leases begin with. */
    static final String PREFIX = "recipe-harness-lease-";

    private static final String CONTENT =
            "Recipe Harness holds this node; the labels of this config say which process, and"
                    + " for which runs. It is renewed while that lives, taken over when it is dead, and removed when it ends.\n";

    private final Notices notices;
    private final String prefix;

    LeaseBook(Notices notices) {
        this(notices, PREFIX);
    }

    /** As the other one, for leases of other names. */
    LeaseBook(Notices notices, String prefix) {
        this.notices = notices;
        this.prefix = prefix;
    }

    Notices notices() {
        return notices;
    }

    List<Posted> all() {
        return notices.list(prefix).stream().map(LeaseBook::posted).toList();
    }

    private static Posted posted(Notice notice) {
        return new Posted(notice, Lease.read(notice.labels()));
    }

    /** Posts a lease in the first slot that none of these has; false where somebody else was quicker. */
    boolean post(Lease lease, List<Posted> there) {
        Set<String> taken = there.stream().map(each -> each.notice().name()).collect(Collectors.toSet());
        String free = IntStream.rangeClosed(1, there.size() + 1)
                .mapToObj(slot -> prefix + slot)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
        return notices.create(free, CONTENT, lease.labels());
    }

    /** Changes a lease; false where it is another one by now. */
    boolean change(Posted posted, Lease lease) {
        return notices.replace(posted.notice(), lease.labels());
    }

    /** Removes a lease that is over. */
    void remove(Posted over) {
        notices.remove(over.notice());
    }
}
