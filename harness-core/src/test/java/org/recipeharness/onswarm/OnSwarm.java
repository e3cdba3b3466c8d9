package org.recipeharness.onswarm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class that is given a {@link TestStack} on the real swarm, removed behind each test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("swarm")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@ExtendWith(TestStackExtension.class)
@interface OnSwarm {}
