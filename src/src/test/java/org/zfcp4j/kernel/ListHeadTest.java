// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListHeadTest {
    private final ListHead<String> list = new ListHead<>();
    private final List<ListNode<String>> nodes = List.of(new ListNode<>("a"), new ListNode<>("b"), new ListNode<>("c"));

    @BeforeEach
    void fill() {
        nodes.forEach(list::addTail);
    }

    @Test
    void aWalkMayRemoveWhatItIsAt() {
        List<String> seen = new ArrayList<>();
        list.forEach(owner -> {
            seen.add(owner);
            nodes.get(owner.charAt(0) - 'a').del();
        });
        assertEquals(List.of("a", "b", "c"), seen);
        assertNull(list.first());
    }

    @Test
    void aWalkThatGoesOnFromANodeThatHasLeftItsListFailsAsWithListPoison() {
        nodes.get(1).del();
        assertEquals("c", list.next(nodes.get(0)).owner());
        assertThrows(IllegalStateException.class, () -> list.next(nodes.get(1)));
    }

    @Test
    void aWalkWhoseNextNodeLeavesFailsAsWithListPoison() {
        assertThrows(IllegalStateException.class, () -> list.forEach(owner -> nodes.get(1).del()));
    }
}
