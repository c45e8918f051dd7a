// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.zfcp4j.kernel.Errno;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.Tasklet;
import org.zfcp4j.lab.fake.WillingSubchannel;
import org.zfcp4j.layout.Memory;
import org.zfcp4j.layout.fsf.FsfQtcb;
import org.zfcp4j.layout.qdio.QdioConstants;
import org.zfcp4j.layout.qdio.QdioSsqdDesc;
import org.zfcp4j.qdio.SubchannelInterrupts;
import org.zfcp4j.scsi.ScatterList;

/**
 * A channel that answers what a recording says it answered, when it says so. Operations of the subchannel take no time.
 */
final class RecordedChannel extends WillingSubchannel implements ReplayChannel {
    private static final int ESTABLISHED = SubchannelInterrupts.DEV_STAT_CHN_END | SubchannelInterrupts.DEV_STAT_DEV_END;

    /** More than a request can transfer. */
    private static final int MAX_DATA = 1 << 24;

    private final Cursor cursor;
    private final boolean driverScans;
    private final Map<Long, SentRequest> pending = new HashMap<>();
    private final ArrayDeque<SentRequest> posted = new ArrayDeque<>();
    private final ArrayDeque<Long> notifications = new ArrayDeque<>();
    private ReplayWorld world;
    private ReplayDevice device;
    private Tasklet interrupt;
    private Tasklet outputInterrupt;
    private QueueMemory queues;
    private int maxPosted;
    private boolean refused;
    /** Status read buffers that the channel had when the subchannel began to be cleared. */
    private int dropping;
    private boolean stopped;

    /** @param driverScans whether the driver looks at its queues by itself, so that no interrupt is needed for output SBALs */
    RecordedChannel(Cursor cursor, int number, boolean driverScans) {
        super(number, QdioConstants.AC1_SIGA_INPUT_NEEDED | QdioConstants.AC1_SIGA_SYNC_NEEDED, 0);
        this.cursor = cursor;
        this.driverScans = driverScans;
    }

    boolean driverScans() {
        return driverScans;
    }

    void connect(ReplayWorld newWorld, ReplayDevice newDevice) {
        world = newWorld;
        device = newDevice;
        interrupt = newWorld.kernel().interrupt("irq", this::raise);
        outputInterrupt = newWorld.kernel().interrupt("irq", () -> interrupts.ioInterrupt(
            SubchannelInterrupts.SCHN_STAT_PCI, 0));
    }

    private void raise() {
        QueueMemory.indicate(indicator);
        interrupts.thinInterrupt();
    }

    // ---- what the recording lets the channel do

    /**
     * Gives output SBALs back as the recorded driver found them, and has the queue scanned. When a channel fetches a request and
     * when the program notices depends on the channel and the QDIO layer: here, on the recording.
     */
    void giveBackOutput(Line line) {
        returnOutput(line);
        outputInterrupt.schedule();
    }

    /** Gives output SBALs back in the state in which the recorded driver found them. */
    void returnOutput(Line line) {
        stopped = false;
        if (queues != null) {
            queues.giveBack(line.upTo("first", QdioConstants.QDIO_MAX_BUFFERS_PER_Q - 1),
                line.upTo("count", QdioConstants.QDIO_MAX_BUFFERS_PER_Q),
                line.number("qdio_err") == 0 ? QdioConstants.SLSB_P_OUTPUT_EMPTY : QdioConstants.SLSB_P_OUTPUT_ERROR);
        }
    }

    /** The channel fetches no output SBALs until it gives some back. */
    void stopFetching() {
        stopped = driverScans;
    }

    /** True if the channel has output SBALs that it had not fetched when the driver checked. */
    boolean hasStopped() {
        return stopped;
    }

    /** An interrupt without a response. */
    void interrupt() {
        interrupt.schedule();
    }

    /** Gives input SBALs back in error, for a driver that polls. */
    void failInput(int first, int count) {
        queues.failInput(first, count);
        interrupt.schedule();
    }

    /** Answers a request as the line says. */
    void respond(Line line) {
        long id = line.number("req_id");
        SentRequest request = pending.remove(id);
        if (request == null || line.number("in_sbal") != queues.inputIndex()) {
            throw new ReplayFailure("the recorded answer to request " + id + " in input SBAL " + line.number("in_sbal")
                + " cannot be given: " + (request == null ? "the port has not sent the request"
                    : "the next input SBAL is " + queues.inputIndex()));
        }
        Memory.put(request.qtcb(), line.bytes("qtcb", FsfQtcb.SIZE));
        if (line.has("data_len")) {
            scatter(request.response(), data(line));
        }
        deliver(id);
    }

    private static byte[] data(Line line) {
        int length = line.upTo("data_len", MAX_DATA);
        if (line.has("data")) {
            return line.bytes("data", length);
        }
        // The driver ignores the content of data that are read: only the length of the substitute matters.
        return new byte[length];
    }

    private static void scatter(ScatterList list, byte[] data) {
        int offset = 0;
        for (int i = 0; list != null && i < list.count() && offset < data.length; i++) {
            int length = Math.min(list.length(i), data.length - offset);
            Memory.put(list.address(i), data, offset, length);
            offset += length;
        }
    }

    private void deliver(long id) {
        if (!queues.respond(id)) {
            throw new ReplayFailure("the driver has given the channel no input SBAL for request " + id);
        }
        interrupt.schedule();
    }

    /** Fills the oldest status read buffer; the interrupt follows when no thread is runnable. */
    void fill(Line line) {
        if (line.has("lost")) {
            if (!posted.isEmpty()) {
                throw new ReplayFailure("the recorded channel had no status read buffer, the port has posted "
                    + posted.size());
            }
            return;
        }
        SentRequest srb = posted.poll();
        if (srb == null || srb.id() != line.number("req_id")) {
            throw new ReplayFailure("the oldest status read buffer of the port is request "
                + (srb == null ? "none" : srb.id()) + ", not " + line.number("req_id"));
        }
        // The recorded channel fills whole buffers.
        Memory.put(srb.srb(), line.bytes("data", line.upTo("data_len", Storage.PAGE_SIZE)));
        notifications.add(srb.id());
    }

    boolean hasNotification() {
        return !notifications.isEmpty();
    }

    /** Gives filled status read buffers to the driver, the oldest first: as many as the recorded driver got with this interrupt. */
    void notifyDriver() {
        Line taken = cursor.find(l -> l.is("qdio", "do_QDIO_in") && l.adapter() == device.index()
            && l.context().equals(Contexts.IRQ));
        int count = taken == null ? 1 : Math.max(1, taken.signed("count"));
        for (int i = 0; i < count && !notifications.isEmpty(); i++) {
            deliver(notifications.poll());
        }
    }

    /** Gives a response with an id that no request has. */
    void respondUnknown(long id) {
        deliver(id);
    }

    // ---- what the driver does

    @Override
    public void sent(SentRequest request) {
        if (request.isStatusRead()) {
            posted.add(request);
            maxPosted = Math.max(maxPosted, posted.size());
        } else {
            pending.put(request.id(), request);
        }
    }

    /**
     * While a subchannel is being cleared no status read buffer is filled. The environment of a driver that scans its queues itself
     * counts them until that is over, the other one does not.
     */
    @Override
    public int postedSrbs() {
        return posted.size() + dropping;
    }

    @Override
    public void shutDown() {
        dropping = 0;
    }

    @Override
    public int pendingRequests() {
        return pending.size();
    }

    @Override
    public int maxPostedSrbs() {
        return maxPosted;
    }

    // ---- instructions

    /** The return code that comes next of operation {@code op} of this device. */
    private int recordedRc(String op) {
        Line line = cursor.find(l -> l.is("qdio", op) && l.adapter() == device.index());
        return line == null ? 0 : line.signed("rc");
    }

    @Override
    public int establish(long qdrAddress) {
        queues = new QueueMemory(qdrAddress);
        device.setQueues(queues);
        int rc = recordedRc("establish");
        if (rc == -Errno.ENODEV) {
            return CC_NOT_OPERATIONAL;
        }
        if (rc == -Errno.EBUSY) {
            return CC_BUSY;
        }
        interrupts.ioInterrupt(0, rc == 0 ? ESTABLISHED : ESTABLISHED | SubchannelInterrupts.DEV_STAT_UNIT_CHECK);
        return CC_OK;
    }

    @Override
    public int activate() {
        int rc = recordedRc("activate");
        if (rc == -Errno.ENODEV) {
            return CC_NOT_OPERATIONAL;
        }
        if (rc == -Errno.EBUSY) {
            return CC_BUSY;
        }
        if (rc != 0) {
            interrupts.ioError(rc);
        }
        return CC_OK;
    }

    @Override
    public int clear() {
        pending.clear();
        dropping = driverScans ? posted.size() : 0;
        posted.clear();
        notifications.clear();
        return super.clear();
    }

    @Override
    public int sigaRead(int inputMask) {
        Line next = cursor.peek();
        return next != null && next.is("qdio", "do_QDIO_in") && next.signed("rc") != 0 ? CC_STATUS_PENDING : CC_OK;
    }

    /** The one signal that follows every request, also where the channel has not taken the one before. */
    @Override
    public int sigaSync(int outputMask, int inputMask) {
        Line next = cursor.peek();
        if (driverScans && next != null && next.is("qdio", "out_handler") && next.adapter() == device.index()
                && next.time() <= world.kernel().jiffies()) {
            // The driver checks where the recorded one found something.
            returnOutput(next);
        }
        refused = outputMask != 0 && next != null && next.is("qdio", "do_QDIO_out") && next.has("injected");
        return refused ? CC_STATUS_PENDING : CC_OK;
    }

    @Override
    public boolean hasRefused() {
        boolean was = refused;
        refused = false;
        return was;
    }

    @Override
    public int storeSsqd(long descriptor) {
        Line line = cursor.find(l -> l.is("qdio", "get_ssqd") && l.adapter() == device.index());
        super.storeSsqd(descriptor);
        QdioSsqdDesc.QDIOAC2.set(descriptor, line == null ? 0 : (int) line.number("qdioac2"));
        return cursor.peek() == line && line != null ? line.signed("rc") : 0;
    }

    @Override
    public int siosl() {
        world.recorder().emit(world.recorder().event("siosl", device.index()));
        return 0;
    }

}
