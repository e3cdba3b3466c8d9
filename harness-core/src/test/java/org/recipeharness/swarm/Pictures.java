package org.recipeharness.swarm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.recipeharness.readiness.FakeTime;

/** What a {@link FakeSwarm} shows: each wait for a change brings the next picture, and the last one stays. */
final class Pictures {

    private final FakeTime time;
    private final Deque<Picture> pictures = new ArrayDeque<>(List.of(new Picture(List.of(), List.of())));
    private boolean scripted;

    Pictures(FakeTime time) {
        this.time = time;
    }

    void add(List<ServiceState> services, List<TaskState> tasks) {
        if (!scripted) {
            pictures.clear();
            scripted = true;
        }
        pictures.add(new Picture(services, tasks));
    }

    Picture now() {
        return pictures.element();
    }

    Changes turning() {
        return new Turning();
    }

    private final class Turning implements Changes {
        @Override
        public boolean await(Duration longest) {
            time.pause(longest);
            if (pictures.size() > 1) {
                pictures.remove();
            }
            return true;
        }

        @Override
        public void close() {}
    }
}
