// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.channel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of libfcpmock, one method each, named as in {@code fcpmock.h} without the prefix. Pointers are absolute
 * addresses. What takes no lock that others hold for long and calls nothing back is linked as critical, which leaves out the
 * change of the thread's state: while such a call lasts, the whole virtual machine may wait for it. The lock of the channel is held
 * while data is copied, so that only SIGA is left, in the form that does not take it.
 */
final class FcpMock {
    private static final int ABI_VERSION = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = checked(NativeLibrary.load());

    private static final MethodHandle CHANNEL_CREATE = handle("fcp_channel_create", JAVA_LONG);
    private static final MethodHandle CHANNEL_DESTROY =
            LINKER.downcallHandle(symbol(LIBRARY, "fcp_channel_destroy"), FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final MethodHandle STORAGE_ADD = handle("fcp_storage_add", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle STORAGE_REMOVE = handle("fcp_storage_remove", JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle SUBCHANNEL_ADD =
            handle("fcp_subchannel_add", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SET = handle("fcp_set", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle GET = handle("fcp_get", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle ESTABLISH = handle("fcp_establish", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle ACTIVATE = handle("fcp_activate", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLEAR = handle("fcp_clear", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle HALT = handle("fcp_halt", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SIGA =
            handle("fcp_siga", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SIGA_TRY =
            critical("fcp_siga_try", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle DOORBELL = handle("fcp_doorbell", JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SET_INDICATOR =
            handle("fcp_set_indicator", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle SSQD = handle("fcp_ssqd", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
    private static final MethodHandle SIOSL = handle("fcp_siosl", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle STEP = handle("fcp_step", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle STEP_OF =
            handle("fcp_step_of", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle THREAD_START =
            handle("fcp_thread_start", JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    private static final MethodHandle THREAD_STOP = handle("fcp_thread_stop", JAVA_INT, JAVA_LONG);
    private static final MethodHandle WAIT_INTERRUPT =
            handle("fcp_wait_interrupt", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle NOTIFY = handle("fcp_notify", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle CABLE = handle("fcp_cable", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle CODE_UPDATE = handle("fcp_code_update", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle VIRTUAL_LINK =
            handle("fcp_virtual_link", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SUBCHANNEL_EVENT =
            handle("fcp_subchannel_event", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle ACTIVATE_CHECK =
            handle("fcp_activate_check", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle STATS = handle("fcp_stats", JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS);
    private static final MethodHandle FAULT_ADD = handle("fcp_fault_add", JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle FAULT_REMOVE = handle("fcp_fault_remove", JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle FAULT_CLEAR = handle("fcp_fault_clear", JAVA_INT, JAVA_LONG);
    private static final MethodHandle FAULT_LIST = handle("fcp_fault_list", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle PORT_ADD = handle("fcp_port_add", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_INT);
    private static final MethodHandle PORT_REMOVE = handle("fcp_port_remove", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle PORT_ELS = handle("fcp_port_els", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle LUN_ADD = handle("fcp_lun_add", JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS);
    private static final MethodHandle LUN_SHARE =
            handle("fcp_lun_share", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LUN_REMOVE = handle("fcp_lun_remove", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LUN_ACCESS =
            handle("fcp_lun_access", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle LUN_ATTENTION =
            handle("fcp_lun_attention", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SAVE = handle("fcp_save", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle RESTORE = handle("fcp_restore", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final MethodHandle DIGEST = handle("fcp_digest", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle ACCESSES = handle("fcp_accesses", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle LAYOUT_JSON = handle("fcp_layout_json", ADDRESS);

    private FcpMock() {
    }

    /** Refuses a library of another version, whose structures would be misread. */
    private static SymbolLookup checked(SymbolLookup library) {
        int version;
        try {
            version = (int) LINKER.downcallHandle(symbol(library, "fcp_abi_version"), FunctionDescriptor.of(JAVA_INT))
                    .invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
        if (version != ABI_VERSION) {
            throw new UnsatisfiedLinkError("libfcpmock has interface version " + version + ", " + ABI_VERSION + " is needed");
        }
        return library;
    }

    static SymbolLookup library() {
        return LIBRARY;
    }

    private static MemorySegment symbol(SymbolLookup library, String name) {
        return library.find(name).orElseThrow(() -> new UnsatisfiedLinkError("libfcpmock has no " + name));
    }

    private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(symbol(LIBRARY, name), FunctionDescriptor.of(result, parameters));
    }

    private static MethodHandle critical(String name, MemoryLayout result, MemoryLayout... parameters) {
        return LINKER.downcallHandle(symbol(LIBRARY, name), FunctionDescriptor.of(result, parameters),
                Linker.Option.critical(false));
    }

    /** A downcall throws nothing by itself: what arrives here is an error of the virtual machine. */
    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }

    static long save(long ch, MemorySegment to, long room) {
        try {
            return (long) SAVE.invokeExact(ch, to, room);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int restore(long ch, MemorySegment from, long length) {
        try {
            return (int) RESTORE.invokeExact(ch, from, length);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long digest(long ch) {
        try {
            return (long) DIGEST.invokeExact(ch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int accesses(MemorySegment out, int max) {
        try {
            return (int) ACCESSES.invokeExact(out, max);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long channelCreate() {
        try {
            return (long) CHANNEL_CREATE.invokeExact();
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static void channelDestroy(long ch) {
        try {
            CHANNEL_DESTROY.invokeExact(ch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int storageAdd(long ch, long base, long length) {
        try {
            return (int) STORAGE_ADD.invokeExact(ch, base, length);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int storageRemove(long ch, long base) {
        try {
            return (int) STORAGE_REMOVE.invokeExact(ch, base);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int subchannelAdd(long ch, MemorySegment busId, long wwpn, int dId) {
        try {
            return (int) SUBCHANNEL_ADD.invokeExact(ch, busId, wwpn, dId);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int set(long ch, int sub, int parameter, long value) {
        try {
            return (int) SET.invokeExact(ch, sub, parameter, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int get(long ch, int sub, int parameter, MemorySegment value) {
        try {
            return (int) GET.invokeExact(ch, sub, parameter, value);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int establish(long ch, int sub, long qdr) {
        try {
            return (int) ESTABLISH.invokeExact(ch, sub, qdr);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int activate(long ch, int sub) {
        try {
            return (int) ACTIVATE.invokeExact(ch, sub);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int clear(long ch, int sub) {
        try {
            return (int) CLEAR.invokeExact(ch, sub);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int halt(long ch, int sub) {
        try {
            return (int) HALT.invokeExact(ch, sub);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int siga(long ch, int sub, int function, int outputMask, int inputMask) {
        try {
            return (int) SIGA.invokeExact(ch, sub, function, outputMask, inputMask);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int sigaTry(long ch, int sub, int function, int outputMask, int inputMask) {
        try {
            return (int) SIGA_TRY.invokeExact(ch, sub, function, outputMask, inputMask);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static long doorbell(long ch, int sub) {
        try {
            return (long) DOORBELL.invokeExact(ch, sub);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int setIndicator(long ch, int sub, long address) {
        try {
            return (int) SET_INDICATOR.invokeExact(ch, sub, address);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int ssqd(long ch, int sub, long to) {
        try {
            return (int) SSQD.invokeExact(ch, sub, to);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int siosl(long ch, int sub) {
        try {
            return (int) SIOSL.invokeExact(ch, sub);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int step(long ch, int sub, long nowNanos, MemorySegment out) {
        try {
            return (int) STEP.invokeExact(ch, sub, nowNanos, out);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int stepOf(long ch, int sub, int kinds, long nowNanos, MemorySegment out) {
        try {
            return (int) STEP_OF.invokeExact(ch, sub, kinds, nowNanos, out);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int threadStart(long ch) {
        try {
            return (int) THREAD_START.invokeExact(ch, MemorySegment.NULL, MemorySegment.NULL);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int threadStop(long ch) {
        try {
            return (int) THREAD_STOP.invokeExact(ch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int waitInterrupt(long ch, long timeoutNanos, MemorySegment out) {
        try {
            return (int) WAIT_INTERRUPT.invokeExact(ch, timeoutNanos, out);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int notify(long ch, int sub, MemorySegment notification) {
        try {
            return (int) NOTIFY.invokeExact(ch, sub, notification);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int cable(long ch, int plugged, int errorCode) {
        try {
            return (int) CABLE.invokeExact(ch, plugged, errorCode);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int codeUpdate(long ch, int version) {
        try {
            return (int) CODE_UPDATE.invokeExact(ch, version);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int virtualLink(long ch, int sub, int up, int errorCode) {
        try {
            return (int) VIRTUAL_LINK.invokeExact(ch, sub, up, errorCode);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int subchannelEvent(long ch, int sub, int event) {
        try {
            return (int) SUBCHANNEL_EVENT.invokeExact(ch, sub, event);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int activateCheck(long ch, int sub, int dstat, int cstat) {
        try {
            return (int) ACTIVATE_CHECK.invokeExact(ch, sub, dstat, cstat);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int stats(long ch, int sub, MemorySegment out) {
        try {
            return (int) STATS.invokeExact(ch, sub, out);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int faultAdd(long ch, MemorySegment rule) {
        try {
            return (int) FAULT_ADD.invokeExact(ch, rule);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int faultRemove(long ch, int id) {
        try {
            return (int) FAULT_REMOVE.invokeExact(ch, id);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int faultClear(long ch) {
        try {
            return (int) FAULT_CLEAR.invokeExact(ch);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int faultList(long ch, MemorySegment out, int max) {
        try {
            return (int) FAULT_LIST.invokeExact(ch, out, max);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int portAdd(long ch, MemorySegment port, int announce) {
        try {
            return (int) PORT_ADD.invokeExact(ch, port, announce);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int portRemove(long ch, long wwpn, int announce) {
        try {
            return (int) PORT_REMOVE.invokeExact(ch, wwpn, announce);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int portEls(long ch, long wwpn, int command) {
        try {
            return (int) PORT_ELS.invokeExact(ch, wwpn, command);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int lunAdd(long ch, long wwpn, MemorySegment lun) {
        try {
            return (int) LUN_ADD.invokeExact(ch, wwpn, lun);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int lunShare(long ch, long wwpn, long fcpLun, long fromWwpn, long fromLun) {
        try {
            return (int) LUN_SHARE.invokeExact(ch, wwpn, fcpLun, fromWwpn, fromLun);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int lunRemove(long ch, long wwpn, long fcpLun) {
        try {
            return (int) LUN_REMOVE.invokeExact(ch, wwpn, fcpLun);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int lunAccess(long ch, long wwpn, long fcpLun, long offset, MemorySegment memory, int write) {
        try {
            return (int) LUN_ACCESS.invokeExact(ch, wwpn, fcpLun, offset, memory, memory.byteSize(), write);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static int lunAttention(long ch, long wwpn, long fcpLun, int key, int asc, int ascq) {
        try {
            return (int) LUN_ATTENTION.invokeExact(ch, wwpn, fcpLun, key, asc, ascq);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    static String layoutJson() {
        try {
            return ((MemorySegment) LAYOUT_JSON.invokeExact()).reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }
}
