// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zfcp4j.layout.qdio.QdioConstants.QDIO_MAX_BUFFERS_PER_Q;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;

import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.qdio.CcwDevice;

/** What a QDIO layer must not do to the input queue, done to a checker of its own. */
class InputQueueCheckerTest {
    private static List<Invariant> found(BiConsumer<InputQueueChecker, CcwDevice> story) {
        Findings[] findings = {null};
        World.play(new WorldConfig().devices(1), world -> {
            world.device(0).setOnline();
            CcwDevice device = world.device(0).cdev();
            findings[0] = new Findings(world.kernel());
            InputQueueChecker checker = new InputQueueChecker(world.kernel(), findings[0], List.of(device));
            checker.activate(device, 0);
            story.accept(checker, device);
        });
        return findings[0].list().stream().map(Finding::invariant).toList();
    }

    private static void give(InputQueueChecker checker, CcwDevice device, int count) {
        checker.slsbChanged(device, true, 0, count, SLSB_CU_INPUT_EMPTY);
    }

    @Test
    void allIsWellWhenTheChannelHasAll() {
        assertEquals(List.of(), found((checker, device) -> {
            give(checker, device, QDIO_MAX_BUFFERS_PER_Q);
            checker.settled(List.of(device));
        }));
    }

    @Test
    void oneThatIsNotGivenBack() {
        assertEquals(List.of(Invariant.INPUT_QUEUE), found((checker, device) -> {
            give(checker, device, QDIO_MAX_BUFFERS_PER_Q - 1);
            checker.settled(List.of(device));
        }));
    }

    @Test
    void oneThatIsTakenFromTheChannel() {
        assertEquals(List.of(Invariant.INPUT_QUEUE), found((checker, device) -> {
            give(checker, device, QDIO_MAX_BUFFERS_PER_Q);
            checker.slsbChanged(device, true, 7, 1, SLSB_P_INPUT_NOT_INIT);
        }));
    }
}
