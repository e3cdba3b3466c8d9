package org.recipeharness.junit;

import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tells at the end of a run what it was to do and what came of each recipe: on the console, as {@code results.json}, and as a page.
 *
 * <p>Works wherever JUnit's launcher runs: Surefire, IDEs, the console. A run without a recipe's test class leaves nothing. One that
 * has ended without all tests of its plan makes the launcher fail when it is closed, and so does one whose settings select none: no
 * result of a test could tell.
 */
public final class SweepListener implements LauncherSessionListener {

    static final Namespace STORE = Namespace.create(RunStore.NAMESPACE.getParts());

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getStore().put(STORE, SideBySide.class, SideBySide.begin());
        var recorder = new SweepRecorder(System.out, Terminal.ink(System.getenv()), DiscoveredRecipes.OF_THIS_PROCESS);
        // There the extension finds it: a listener sees what JUnit knows, and secrets are known to the runs alone.
        session.getStore().put(STORE, SweepRecorder.class, recorder);
        session.getLauncher().registerTestExecutionListeners(recorder);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        SideBySide parallel = session.getStore().remove(STORE, SideBySide.class, SideBySide.class);
        if (parallel != null) {
            parallel.close();
        }
        SweepRecorder recorder = session.getStore().get(STORE, SweepRecorder.class, SweepRecorder.class);
        if (recorder != null) {
            recorder.requireMeant();
        }
    }
}
