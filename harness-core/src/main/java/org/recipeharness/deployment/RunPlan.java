package org.recipeharness.deployment;

import java.time.Duration;
import java.util.List;
import org.recipeharness.app.MainService;
import org.recipeharness.data.DeclaredDatabase;
import org.recipeharness.http.HttpProbe;
import org.recipeharness.readiness.Budget;
import org.recipeharness.recipe.RecipeName;

/**
 * What is to be run of a recipe.
 *
 * @param recipe which recipe
 * @param mainService the service that is meant where none is named
 * @param drift in what it is deployed differently from how it is published
 * @param readiness the probes that the app must answer, in this order; without any, each TCP port that the stack publishes is
 *     asked
 * @param databases the databases that markers are put into whatever is found of these services
 * @param reattachSecrets the secrets with which the head comes to the volumes of an older release
 * @param warm what the app must answer over HTTPS at its warm domain, with promotion's budget
 * @param applicability which tiers are declared not to apply
 */
public record RunPlan(
        RecipeName recipe,
        MainService mainService,
        Drift drift,
        List<ReadinessCheck> readiness,
        List<DeclaredDatabase> databases,
        SecretsChoice reattachSecrets,
        ReadinessCheck warm,
        Applicability applicability) {

    /** The name of the probe that is asked at a warm domain, by which promotion's budget is set. */
    public static final String WARM = "warm";

    /** What an app is asked at its warm domain unless it says otherwise: its first page. */
    public static final ReadinessCheck FIRST_PAGE = firstPage();

    /** The service that Co-op Cloud calls a recipe's main one, unless it says otherwise. */
    public static final String MAIN_SERVICE = "app";

    public RunPlan {
        readiness = List.copyOf(readiness);
        databases = List.copyOf(databases);
    }

    /**
     * Makes a plan in which databases are found, secrets are kept, the first page is asked for and all tiers apply.
     *
     * @param recipe which recipe
     * @param mainService the service that is meant where none is named
     * @param drift in what it is deployed differently from how it is published
     * @param readiness the probes that the app must answer
     */
    public RunPlan(RecipeName recipe, String mainService, Drift drift, List<ReadinessCheck> readiness) {
        this(
                recipe,
                new MainService(List.of(mainService)),
                drift,
                readiness,
                List.of(),
                SecretsChoice.KEPT,
                FIRST_PAGE,
                Applicability.ofAll());
    }

    private static ReadinessCheck firstPage() {
        return new ReadinessCheck(app -> new HttpProbe(WARM, app.http("/")), Budget.of(30, Duration.ofSeconds(2)));
    }
}
