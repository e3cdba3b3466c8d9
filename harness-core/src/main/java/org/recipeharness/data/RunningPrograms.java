package org.recipeharness.data;

import java.util.List;
import org.recipeharness.app.ServiceExec;

/**
 * The programs that run in a container, by the names and arguments of its processes.
 *
 * @param words names as the kernel cuts them, at 15 characters, and arguments; empty where there is no shell to ask with
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_comm.5.html">proc_pid_comm(5)</a>
 */
record RunningPrograms(List<String> words) {

    // Processes come and go while they are listed, so its exit code says nothing.
    static final String LIST = "cat /proc/[0-9]*/comm /proc/[0-9]*/cmdline 2>/dev/null; true";

    static RunningPrograms of(ServiceExec service) throws InterruptedException {
        return new RunningPrograms(List.of(service.run("sh", "-c", LIST).out().split("[\n\0]+")));
    }

    /** Tells whether anything is known: the shell that lists them is always among them. */
    boolean areKnown() {
        return words.contains("sh");
    }

    boolean include(String word) {
        return words.contains(word);
    }
}
