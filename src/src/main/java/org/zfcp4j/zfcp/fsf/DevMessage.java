// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.fsf;

import org.zfcp4j.kernel.LogLevel;
import org.zfcp4j.kernel.RateLimit;
import org.zfcp4j.zfcp.def.Adapter;

/**
 * Kernel messages about an FCP device: {@code dev_err}, {@code dev_warn}, {@code dev_info}. They carry the C function that they
 * stand for, in own words. Any context.
 */
final class DevMessage {
    private DevMessage() {
    }

    static void err(Adapter adapter, String function, String text) {
        adapter.module.kernel.message(LogLevel.ERR, adapter.ccwDevice.device(), function, text);
    }

    static void warn(Adapter adapter, String function, String text) {
        adapter.module.kernel.message(LogLevel.WARN, adapter.ccwDevice.device(), function, text);
    }

    static void info(Adapter adapter, String function, String text) {
        adapter.module.kernel.message(LogLevel.INFO, adapter.ccwDevice.device(), function, text);
    }

    /** {@code dev_warn_ratelimited}. */
    static void warnRatelimited(RateLimit limit, Adapter adapter, String function, String text) {
        if (limit.allows(function)) {
            warn(adapter, function, text);
        }
    }

    /** A WWPN or an FCP LUN: sixteen digits. */
    static String hex64(long value) {
        return String.format("0x%016x", value);
    }

    /** A status or a code: as many digits as it needs. */
    static String hex(int value) {
        return "0x" + Integer.toHexString(value);
    }
}
