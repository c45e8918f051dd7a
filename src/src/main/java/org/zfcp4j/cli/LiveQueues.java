// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.cli;

import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_INPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_CU_OUTPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ACK;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_NOT_INIT;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_INPUT_PRIMED;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_EMPTY;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_ERROR;
import static org.zfcp4j.layout.qdio.QdioConstants.SLSB_P_OUTPUT_NOT_INIT;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zfcp4j.lab.FcpDevice;
import org.zfcp4j.lab.FsfNames;
import org.zfcp4j.lab.World;
import org.zfcp4j.lab.WorldConfig;
import org.zfcp4j.layout.Geometry;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.fsf.FsfQtcbHeader;
import org.zfcp4j.layout.qdio.QdioBuffer;
import org.zfcp4j.layout.qdio.QdioBufferElement;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.layout.qdio.Slsb;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.Qdio;
import org.zfcp4j.qdio.QdioInitialize;
import org.zfcp4j.qdio.QdioObserver;
import org.zfcp4j.zfcp.def.ZfcpQdio;

/** Brings a device up, and dumps its queues at the moment when most of the output queue is the channel's. */
final class LiveQueues {
    private static final int WAIT_MILLIS = 100;
    private static final int ROW = 16;
    private static final int LINE = 64;
    private static final int DRIVERS = 1;
    private static final int CHANNELS = 2;

    private int most;
    private String dump = "";

    private LiveQueues() {
    }

    static void print(PrintStream out) {
        LiveQueues queues = new LiveQueues();
        World.play(new WorldConfig().devices(1), queues::play);
        out.print(queues.dump);
    }

    private void play(World world) {
        FcpDevice device = world.device(0);
        device.cdev().setObserver(new Watch(device.cdev().observer(), device));
        device.setOnline();
        world.sleep(WAIT_MILLIS);
    }

    /** Passes on what it sees, and looks at the queues when the driver has handed something over. */
    private final class Watch implements QdioObserver {
        private final QdioObserver next;
        private final FcpDevice device;

        Watch(QdioObserver next, FcpDevice device) {
            this.next = next;
            this.device = device;
        }

        @Override
        public void establish(CcwDevice cdev, QdioInitialize init, int rc) {
            next.establish(cdev, init, rc);
        }

        @Override
        public void activate(CcwDevice cdev, int rc) {
            next.activate(cdev, rc);
        }

        @Override
        public void shutdown(CcwDevice cdev, int how) {
            next.shutdown(cdev, how);
        }

        @Override
        public void submit(CcwDevice cdev, int first, int count) {
            next.submit(cdev, first, count);
        }

        @Override
        public void doQdio(CcwDevice cdev, boolean input, int first, int count, int rc) {
            next.doQdio(cdev, input, first, count, rc);
        }

        @Override
        public void handler(CcwDevice cdev, boolean input, int qdioErr, int first, int count) {
            next.handler(cdev, input, qdioErr, first, count);
        }

        @Override
        public void slsbChanged(CcwDevice cdev, boolean input, int first, int count, int state) {
            next.slsbChanged(cdev, input, first, count, state);
            if (!input && state == SLSB_CU_OUTPUT_PRIMED) {
                look(device.adapter().qdio);
            }
        }
    }

    private void look(ZfcpQdio qdio) {
        int primed = 0;
        for (int i = 0; i < QdioConstants.QDIO_MAX_BUFFERS_PER_Q; i++) {
            primed += Slsb.val(qdio.device.slsb(false, 0), i) == SLSB_CU_OUTPUT_PRIMED ? 1 : 0;
        }
        if (primed > most) {
            most = primed;
            StringBuilder text = new StringBuilder();
            queue(text, "output queue (requests)", qdio.device, false, qdio.reqQ);
            text.append('\n');
            queue(text, "input queue (responses)", qdio.device, true, qdio.resQ);
            dump = text.toString();
        }
    }

    private static void queue(StringBuilder text, String name, Qdio device, boolean input, long[] sbals) {
        long slsb = device.slsb(input, 0);
        text.append(String.format(Locale.ROOT, "%s: SLSB at 0x%x%n", name, slsb));
        for (int row = 0; row < sbals.length; row += ROW) {
            text.append(String.format(Locale.ROOT, "  %4d ", row));
            for (int i = row; i < row + ROW; i++) {
                text.append(String.format(Locale.ROOT, " %02x", Slsb.val(slsb, i)));
            }
            text.append("  ").append(state(Slsb.val(slsb, row))).append(same(slsb, row) ? "" : ", ...").append('\n');
        }
        text.append(sharing(slsb, sbals.length));
        for (int i = 0; i < sbals.length; i++) {
            if (Slsb.val(slsb, i) == SLSB_CU_OUTPUT_PRIMED || Slsb.val(slsb, i) == SLSB_P_INPUT_PRIMED) {
                sbal(text, i, sbals[i], Slsb.val(slsb, i), input);
            }
        }
    }

    /** In how many cache lines of an SLSB both sides own states, and so may both be about to write. */
    private static String sharing(long slsb, int states) {
        Map<Long, Integer> owners = new TreeMap<>();
        for (int i = 0; i < states; i++) {
            boolean channels = (Slsb.val(slsb, i) & QdioConstants.SLSB_OWNER_CU) != 0;
            long line = (slsb + (long) i * Geometry.CURRENT.slsbStride()) / LINE;
            owners.merge(line, channels ? CHANNELS : DRIVERS, (a, b) -> a | b);
        }
        long both = owners.values().stream().filter(of -> of == (CHANNELS | DRIVERS)).count();
        return String.format(Locale.ROOT, "  => %d of the %d cache lines that hold states %s states of both sides%n", both, owners.size(),
                both == 1 ? "has" : "have");
    }

    private static boolean same(long slsb, int row) {
        for (int i = row + 1; i < row + ROW; i++) {
            if (Slsb.val(slsb, i) != Slsb.val(slsb, row)) {
                return false;
            }
        }
        return true;
    }

    private static void sbal(StringBuilder text, int index, long sbal, int state, boolean input) {
        text.append(String.format(Locale.ROOT, "  SBAL %d at 0x%x: %s%n", index, sbal, state(state)));
        int last = 0;
        for (int i = 0; i < QdioBuffer.COUNT_ELEMENT; i++) {
            if ((QdioBufferElement.EFLAGS.get(QdioBuffer.ELEMENT.at(sbal, i)) & QdioConstants.SBAL_EFLAGS_LAST_ENTRY) != 0) {
                last = i;
                break;
            }
        }
        for (int i = 0; i <= last; i++) {
            long element = QdioBuffer.ELEMENT.at(sbal, i);
            text.append(String.format(Locale.ROOT, "    SBALE %-2d %s  %s%n", i, Memory.hex(element, QdioBufferElement.SIZE),
                    meaning(sbal, element, i, input)));
        }
    }

    private static String meaning(long sbal, long element, int index, boolean input) {
        long address = QdioBufferElement.ADDR.get(element);
        String last = (QdioBufferElement.EFLAGS.get(element) & QdioConstants.SBAL_EFLAGS_LAST_ENTRY) == 0 ? "" : ", last entry";
        boolean status = (QdioBufferElement.SFLAGS.get(QdioBuffer.ELEMENT.at(sbal, 0)) & QdioConstants.SBAL_SFLAGS0_TYPE_WRITE_READ) == 0;
        if (input || index == 0) {
            return "request id " + Long.toUnsignedString(address) + (input ? "" : status ? ", status read" : ", command") + last;
        }
        if (QdioBufferElement.LENGTH.get(element) == 0) {
            return "empty";
        }
        return (index == 1 ? "QTCB: " + FsfNames.command(FsfQtcbHeader.FSF_COMMAND.get(FsfQtcb.HEADER.at(address)))
                : status ? "status read buffer" : "data") + ", " + QdioBufferElement.LENGTH.get(element) + " bytes at 0x"
                + Long.toHexString(address) + last;
    }

    private static String state(int state) {
        return switch (state) {
            case SLSB_CU_OUTPUT_PRIMED -> "primed, the channel's";
            case SLSB_P_OUTPUT_EMPTY -> "empty, the driver's";
            case SLSB_P_OUTPUT_NOT_INIT, SLSB_P_INPUT_NOT_INIT -> "not initialised, the driver's";
            case SLSB_P_OUTPUT_ERROR, SLSB_P_INPUT_ERROR -> "error, the driver's";
            case SLSB_CU_INPUT_EMPTY -> "empty, the channel's";
            case SLSB_P_INPUT_PRIMED -> "primed, the driver's";
            case SLSB_P_INPUT_ACK -> "acknowledged, the driver's";
            default -> "0x" + Integer.toHexString(state);
        };
    }
}
