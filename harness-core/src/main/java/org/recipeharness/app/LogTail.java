package org.recipeharness.app;

import java.util.List;
import org.recipeharness.swarm.ServiceState;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;
import org.recipeharness.symptom.Symptom;
import org.recipeharness.symptom.Symptoms;

/** What a service said last, to stand below a verdict on it: first the lines that may tell the reason, then the end of its log. */
final class LogTail {

    private static final int LINES = 15;

    private final Swarm swarm;
    private final Masking masking;
    private final Examination examination;

    LogTail(Swarm swarm, AppPlan plan, Before before) {
        this.swarm = swarm;
        this.masking = plan.masking();
        this.examination = new Examination(swarm, plan, before.since());
    }

    /** Gives the lines, or why they can't be had; secrets masked. */
    String of(ServiceState service) throws InterruptedException {
        try {
            List<String> lines = swarm.logs(service, Examination.LINES);
            return seen(examination.symptoms(service, lines))
                    + (lines.isEmpty()
                            ? "\nIt wrote nothing to its log."
                            : "\nThe last lines of its log:\n  "
                                    + masking.mask(String.join(
                                            "\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()))));
        } catch (SwarmException e) {
            return "\nIts log can't be read: " + e.getMessage();
        }
    }

    private static String seen(List<Symptom> symptoms) {
        return symptoms.isEmpty() ? "" : "\nWhat it showed, which may be the reason:" + Symptoms.text(symptoms);
    }
}
