// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.benchmarks.io;

import java.util.function.BooleanSupplier;
import org.zfcp4j.channel.ChannelParameter;
import org.zfcp4j.channel.FcpChannel;
import org.zfcp4j.channel.FcpSubchannel;
import org.zfcp4j.channel.RamDisk;
import org.zfcp4j.channel.RemotePort;
import org.zfcp4j.channel.SubchannelStats;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.Storage;
import org.zfcp4j.kernel.WorkQueue;
import org.zfcp4j.kernel.real.RealKernel;
import org.zfcp4j.lab.RealChannel;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.MidlayerObserver;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.scsi.FcRport;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.adapter.AddUnless;
import org.zfcp4j.zfcp.ccw.CcwOps;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.ScsiDev;
import org.zfcp4j.zfcp.def.ZfcpModule;
import org.zfcp4j.zfcp.def.ZfcpStatus;
import org.zfcp4j.zfcp.level.Levels;

/**
 * An FCP device with one disk, brought up as in a system: the driver with its recovery on the kernel for real threads, set online, and
 * the native channel in its own thread. Nobody observes, and the trace has the level that it has by default and goes nowhere.
 */
public final class IoMachine implements AutoCloseable {
    /** Bytes of a block of the disk. */
    public static final int BLOCK = 512;
    /** Bytes of the disk. */
    public static final int DISK = 16 << 20;

    private static final String BUS_ID = "0.0.1900";
    private static final RemotePort PORT = new RemotePort(0x500507630300c562L, 0x5005076303ffc562L, 0x010200);
    private static final long FCP_LUN = 0x4010400000000000L;
    /** The same as the kernel has it. */
    private static final long LUN = 0x40004010L;
    private static final int LUN_OPEN = ZfcpStatus.ZFCP_STATUS_COMMON_OPEN | ZfcpStatus.ZFCP_STATUS_COMMON_UNBLOCKED;
    private static final long PATIENCE_MILLIS = 10_000;

    private final RealKernel kernel = new RealKernel();
    private final FcpChannel channel = new FcpChannel();
    private final FcpSubchannel subchannel;
    private final CcwDevice cdev;
    private final WorkQueue commonIo;
    private final RealChannel running;
    private final ScsiDevice device;

    /** @param depth commands that the device may have at a time */
    public IoMachine(int depth) {
        channel.addStorage(kernel.storage());
        channel.set(ChannelParameter.ZONES, 1);
        // NPIV: the driver takes LUNs that the midlayer finds
        channel.set(ChannelParameter.CONNECTION_FEATURES, 1);
        channel.san().addPort(PORT, false);
        channel.san().addDisk(PORT.wwpn(), new RamDisk(FCP_LUN, DISK / BLOCK, BLOCK));
        subchannel = channel.addSubchannel(BUS_ID);

        MidlayerObserver nobody = new MidlayerObserver() { };
        ScsiMidlayerFake scsi = new ScsiMidlayerFake(kernel, nobody);
        FcTransportFake fc = new FcTransportFake(nobody);
        ModuleParameters parameters = new ModuleParameters();
        parameters.queueDepth = depth;
        ZfcpModule module = new ZfcpModule(kernel, scsi, fc, (area, level, tod, record, length) -> { }, parameters, new AddUnless(), Levels.linux510(),
                AdapterSetup.UPCALLS);
        cdev = new CcwDevice(kernel, new Device(kernel, BUS_ID, null, null, dev -> { }), subchannel, CcwOps.of(module));
        cdev.setTiming(QdioTiming.NONE);
        commonIo = kernel.orderedWorkQueue("cio");
        subchannel.attach(kernel, commonIo);
        running = new RealChannel(kernel, channel);

        cdev.setOnline();
        Adapter adapter = (Adapter) cdev.device().driverData();
        await("remote port", () -> fc.find(adapter.scsiHost, PORT.wwpn()) != null);
        FcRport rport = fc.find(adapter.scsiHost, PORT.wwpn());
        device = scsi.probe(adapter.scsiHost, rport, rport.scsiTargetId, LUN);
        if (device == null) {
            throw new IllegalStateException("the driver does not take the LUN");
        }
        await("LUN", () -> (ScsiDev.of(device).status.read() & LUN_OPEN) == LUN_OPEN);
    }

    private void await(String what, BooleanSupplier condition) {
        for (long waited = 0; !condition.getAsBoolean(); waited++) {
            if (waited == PATIENCE_MILLIS) {
                throw new IllegalStateException(what + " did not come up");
            }
            kernel.msleep(1);
        }
    }

    /** The disk as the midlayer has it. */
    public ScsiDevice device() {
        return device;
    }

    /** Where data areas come from. */
    public Storage storage() {
        return kernel.storage();
    }

    /** What the channel has counted. */
    public SubchannelStats stats() {
        return subchannel.stats();
    }

    /** Content of the disk, past all protocols. */
    public byte[] read(long offset, int length) {
        return channel.san().read(PORT.wwpn(), FCP_LUN, offset, length);
    }

    /** Changes it likewise. */
    public void write(long offset, byte[] content) {
        channel.san().write(PORT.wwpn(), FCP_LUN, offset, content);
    }

    /** The disk goes away: commands that follow fail. */
    void removeDisk() {
        channel.san().removeDisk(PORT.wwpn(), FCP_LUN);
    }

    /** What was thrown in a context of the kernel; null if nothing was. */
    public Throwable failure() {
        return kernel.failure();
    }

    @Override
    public void close() {
        cdev.driver().remove(cdev);
        running.stop();
        commonIo.destroy();
        kernel.close();
        channel.close();
    }
}
