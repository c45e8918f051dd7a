// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.refill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.kernel.AtomicInt;
import org.zfcp4j.kernel.ListHead;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.fsf.FsfConstants;
import org.zfcp4j.zfcp.adapter.CancelAtClose;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.level.Levels;

/**
 * The adapter of a search, whose fields are set by hand, against one that the driver has brought up itself, with the same channel: once the
 * initial refill is over, they hold the same.
 */
class StartStateTest {
    /** How many requests, and SBALs, there were before. */
    private static final Set<String> COUNTED = Set.of("fsfReqSeqNo", "reqNo", "qdio.reqQIdx", "qdio.reqQTime", "qdio.reqQUtil");
    /** Where it lies, and when it came up. */
    private static final Set<String> PLACED = Set.of("qdio.ssqd", "nextPortScan");
    /** What exchange config data tells of the adapter; a refill asks only how many status read buffers it wants. */
    private static final Set<String> TOLD = Set.of("adapterFeatures", "connectionFeatures", "fsfLicVersion", "hardwareVersion",
            "hydraVersion", "timerTicks", "serviceLevelRegistered");
    /** The small worlds of {@link RefillStart#RACE} end with the refill: the adapter is not yet open. */
    private static final int NOT_YET = ZfcpStatus.ZFCP_STATUS_COMMON_OPEN | ZfcpStatus.ZFCP_STATUS_ADAPTER_ERP_PENDING;

    private static Map<String, String> values(Adapter adapter) throws IllegalAccessException {
        Map<String, String> values = new TreeMap<>();
        add(values, "", adapter);
        add(values, "qdio.", adapter.qdio);
        return values;
    }

    private static void add(Map<String, String> values, String prefix, Object object) throws IllegalAccessException {
        for (Field field : object.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(object);
            if (field.getType().isPrimitive()) {
                values.put(prefix + field.getName(), String.valueOf(value));
            } else if (value instanceof AtomicInt atomic) {
                values.put(prefix + field.getName(), Integer.toHexString(atomic.read()));
            } else if (value instanceof ListHead<?> list) {
                values.put(prefix + field.getName(), list.isEmpty() ? "empty" : "not empty");
            }
        }
    }

    private static Map<String, String> broughtUp(Level level) {
        Map<String, String> values = new TreeMap<>();
        World.play(new WorldConfig().devices(1).policy(new CancelAtClose()).level(level), world -> {
            FcpDevice device = world.device(0);
            device.subchannel().set(ChannelParameter.ADAPTER_FEATURES, FsfConstants.FSF_FEATURE_HBAAPI_MANAGEMENT);
            device.subchannel().set(ChannelParameter.CONNECTION_FEATURES, 0);
            device.setOnline();
            world.sleep(1000);
            try {
                values.putAll(values(device.adapter()));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
        return values;
    }

    private static Map<String, String> searched(RefillCase refill) throws IllegalAccessException {
        try (VirtualKernel kernel = new VirtualKernel(new VirtualConfig())) {
            RefillWorld world = RefillWorlds.start(kernel, refill, true, RefillObserver.NONE);
            kernel.runOrThrow(() -> { });
            assertTrue(world.adapterUp());
            world.channel().close();
            return values(world.adapter());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "7.1"})
    void afterTheRefillItIsAsAfterABringUp(String release) throws IllegalAccessException {
        Level level = Levels.byRelease(release);
        Map<String, String> expected = broughtUp(level);
        assertTrue(expected.size() > 30, expected.toString());
        for (RefillStart start : RefillStart.values()) {
            boolean told = start == RefillStart.REOPEN;
            Map<String, String> actual = searched(new RefillCase(start, new CancelAtClose(), level, 16, 0, 16));
            assertEquals(without(expected, told), without(actual, told), start::name);
        }
    }

    private static Map<String, String> without(Map<String, String> values, boolean told) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(COUNTED);
        rest.keySet().removeAll(PLACED);
        if (!told) {
            rest.keySet().removeAll(TOLD);
            rest.compute("status", (name, value) -> Integer.toHexString(Integer.parseUnsignedInt(value, 16) & ~NOT_YET));
        }
        return rest;
    }
}
