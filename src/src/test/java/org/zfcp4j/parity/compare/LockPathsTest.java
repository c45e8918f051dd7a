// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.parity.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.zfcp4j.parity.code.ClassFiles;
import org.zfcp4j.parity.code.PortMethod;

/** No method of the driver returns with a lock that it took, whichever way it returns. */
class LockPathsTest {
    @Test
    void everyLockIsReleasedOnEveryPath() {
        List<String> held = new ArrayList<>();
        int locking = 0;
        for (ClassNode owner : Driver.CLASSES.all()) {
            if (!owner.name.startsWith(ClassFiles.PORT)) {
                continue;
            }
            for (MethodNode node : owner.methods) {
                PortMethod method = new PortMethod(owner, node, Level.V5_10.label());
                LockPaths.heldAtReturn(method).forEach(locks -> held.add(method.label() + " " + locks));
                locking++;
            }
        }
        assertEquals(List.of(), held);
        assertTrue(locking > 500, "methods read: " + locking);
    }
}
