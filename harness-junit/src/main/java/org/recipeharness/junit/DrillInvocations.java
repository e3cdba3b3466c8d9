package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.recipeharness.restore.Drill;
import org.recipeharness.run.RecipeRun;

/** Invokes a check of the drill tier once for each drill. */
final class DrillInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return RunStore.run(context).drills().stream().map(Invocation::new);
    }

    /** The drill of the invocation that a context belongs to; empty for tests that are no check of a drill. */
    static Optional<Drill> invoked(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(RunStore.NAMESPACE).get(Drill.class, Drill.class));
    }

    /** The drill of the invocation that a context belongs to, or else the last one, which leaves its app to the other tests. */
    static Drill of(ExtensionContext context, RecipeRun run) {
        List<Drill> chosen = run.drills();
        return invoked(context).orElse(chosen.get(chosen.size() - 1));
    }

    private record Invocation(Drill drill) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return drill.toString();
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(RunStore.NAMESPACE).put(Drill.class, drill);
        }
    }
}
