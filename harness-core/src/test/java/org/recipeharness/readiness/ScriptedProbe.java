package org.recipeharness.readiness;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** A probe named {@code ping} whose looks are written beforehand; the last one is repeated. */
record ScriptedProbe(Script script) implements Probe {

    ScriptedProbe(Look... looks) {
        this(inTurn(new ArrayDeque<>(List.of(looks))));
    }

    private static Script inTurn(Queue<Look> looks) {
        return limit -> looks.size() > 1 ? looks.remove() : looks.element();
    }

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        return script.look(limit);
    }

    @FunctionalInterface
    interface Script {
        Look look(Duration limit) throws InterruptedException;
    }
}
