package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.recipeharness.deployment.NotApplicableException;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.upgrade.Base;

/** Invokes a check of the upgrade tier once for each base. */
final class BaseInvocations implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return bases(context).stream().map(Invocation::new);
    }

    private static List<Base> bases(ExtensionContext context) {
        try {
            return RunStore.run(context).bases();
        } catch (NotApplicableException e) {
            // One invocation, which will be told the same and be reported with the reason.
            return List.of(new Base.Nearest());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the releases to upgrade from were being looked up", e);
        }
    }

    /** The base of the invocation that a context belongs to, or else the last one, which leaves its app to the other tests. */
    static Base of(ExtensionContext context, RecipeRun run) throws InterruptedException {
        Optional<Base> invoked =
                Optional.ofNullable(context.getStore(RunStore.NAMESPACE).get(Base.class, Base.class));
        if (invoked.isPresent()) {
            return invoked.get();
        }
        List<Base> bases = run.bases();
        return bases.get(bases.size() - 1);
    }

    private record Invocation(Base base) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return "from " + base;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(RunStore.NAMESPACE).put(Base.class, base);
        }
    }
}
