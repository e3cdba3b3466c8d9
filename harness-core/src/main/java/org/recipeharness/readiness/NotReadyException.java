package org.recipeharness.readiness;

import java.util.Arrays;
import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A wait that ended without its thing being ready: the budget was used up, or the thing died. */
public final class NotReadyException extends HarnessException {

    private static final long serialVersionUID = 1L;

    private final transient BudgetUse use;
    private final boolean usedUp;

    private NotReadyException(String message, BudgetUse use, boolean usedUp, List<Throwable> causes) {
        super(message, causes.isEmpty() ? null : causes.get(causes.size() - 1));
        this.use = use;
        this.usedUp = usedUp;
        causes.stream().limit(Math.max(0, causes.size() - 1)).forEach(this::addSuppressed);
    }

    static NotReadyException usedUp(BudgetUse use, List<Throwable> causes) {
        return new NotReadyException(
                "Waiting for '" + use.probe() + "': not ready within its budget "
                        + use.budget().inFull() + ". Last look: " + use.seen()
                        + ". If it only needs longer: -Dharness.budget." + use.probe() + "=<attempts>x<interval>",
                use,
                true,
                causes);
    }

    static NotReadyException died(BudgetUse use, String death, List<Throwable> causes) {
        return new NotReadyException(
                death + "\nIt was being waited for by '" + use.probe() + "' (" + use + ")", use, false, causes);
    }

    /**
     * Adds what is known to be a reason of it.
     *
     * @param reasons a line each
     * @return the same with these lines behind its message; this where there is none
     */
    public NotReadyException because(List<String> reasons) {
        if (reasons.isEmpty()) {
            return this;
        }
        var told = new NotReadyException(
                getMessage() + "\n" + String.join("\n", reasons),
                use,
                usedUp,
                getCause() == null ? List.of() : List.of(getCause()));
        told.setStackTrace(getStackTrace());
        Arrays.stream(getSuppressed()).forEach(told::addSuppressed);
        return told;
    }

    /**
     * Tells how much of the budget was used.
     *
     * @return the use at the end of the wait
     */
    public BudgetUse use() {
        return use;
    }

    @Override
    public Fault fault() {
        return Fault.of(Party.RECIPE).with(usedUp ? Fault.Timing.LIMIT : Fault.Timing.DEATH);
    }
}
