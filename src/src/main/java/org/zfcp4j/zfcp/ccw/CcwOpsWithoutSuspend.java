// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.ccw;

import org.zfcp4j.kernel.Errno;
import org.zfcp4j.linux.LinuxSource;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ZfcpModule;

/** The driver of level 7.1: common I/O knows no suspend any more. */
@LinuxSource(level = "7.1")
final class CcwOpsWithoutSuspend extends CcwOps {
    CcwOpsWithoutSuspend(ZfcpModule module) {
        super(module);
    }

    @Override
    boolean ignoresSuspended(Adapter adapter, String tag) {
        return false;
    }

    @Override
    public int freeze(CcwDevice cdev) {
        return -Errno.EOPNOTSUPP;
    }

    @Override
    public int thaw(CcwDevice cdev) {
        return -Errno.EOPNOTSUPP;
    }

    @Override
    public int restore(CcwDevice cdev) {
        return -Errno.EOPNOTSUPP;
    }
}
