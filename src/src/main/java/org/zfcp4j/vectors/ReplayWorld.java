// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.zfcp4j.kernel.Device;
import org.zfcp4j.kernel.virtual.VirtualConfig;
import org.zfcp4j.kernel.virtual.VirtualKernel;
import org.zfcp4j.lab.fake.FcTransportFake;
import org.zfcp4j.lab.fake.ScsiMidlayerFake;
import org.zfcp4j.qdio.CcwDevice;
import org.zfcp4j.qdio.CcwDriver;
import org.zfcp4j.qdio.QdioTiming;
import org.zfcp4j.scsi.ScatterList;
import org.zfcp4j.scsi.ScsiCmnd;
import org.zfcp4j.scsi.ScsiDevice;
import org.zfcp4j.scsi.ScsiHost;
import org.zfcp4j.zfcp.adapter.AdapterSetup;
import org.zfcp4j.zfcp.ccw.CcwOps;
import org.zfcp4j.zfcp.def.Adapter;
import org.zfcp4j.zfcp.def.Level;
import org.zfcp4j.zfcp.def.ModuleParameters;
import org.zfcp4j.zfcp.def.RefillPolicy;
import org.zfcp4j.zfcp.def.ZfcpModule;

/**
 * A machine that runs the port in virtual time and reports to an {@link EventSink} all that recordings contain about the C driver,
 * in their format. Devices are added before the run.
 */
public final class ReplayWorld implements AutoCloseable {
    private final VirtualKernel kernel;
    private final EventRecorder recorder;
    private final FieldSampler fields;
    private final KernelEvents kernelEvents;
    private final MidlayerEvents midlayerEvents;
    private final QdioEvents qdioEvents;
    private final ScsiMidlayerFake scsi;
    private final FcTransportFake fc;
    private final ZfcpModule module;
    private final CcwDriver driver;
    private final QdioTiming timing;
    private final List<ReplayDevice> devices = new ArrayList<>();
    private Consumer<ScsiHost> onRemotePort = host -> { };
    private Runnable onRemotePortDeleted = () -> { };
    private Runnable onQuiesce = () -> { };
    private Runnable onRemoved = () -> { };

    /**
     * @param config of the virtual kernel
     * @param parameters of the driver
     * @param policy how status read buffers are refilled
     * @param level which Linux it is the driver of
     * @param timing how long subchannel operations sleep
     * @param sink gets the events
     */
    public ReplayWorld(VirtualConfig config, ModuleParameters parameters, RefillPolicy policy, Level level,
            QdioTiming timing, EventSink sink) {
        this.kernel = new VirtualKernel(config);
        this.timing = timing;
        this.recorder = new EventRecorder(kernel, sink);
        this.fields = new FieldSampler(this);
        this.kernelEvents = new KernelEvents(this, fields);
        this.midlayerEvents = new MidlayerEvents(this);
        this.qdioEvents = new QdioEvents(this, new RequestEvents(this, kernelEvents));
        this.scsi = new ScsiMidlayerFake(kernel, midlayerEvents);
        this.fc = new FcTransportFake(midlayerEvents, this::sleepUnseen);
        this.module = new ZfcpModule(kernel, scsi, fc, new TraceEvents(this), parameters, policy, level, AdapterSetup.UPCALLS);
        this.driver = new CcwEvents(this, CcwOps.of(module));
        kernel.setObserver(kernelEvents);
    }

    /** Adds the device {@code busId}; its index is the number of devices so far. */
    public ReplayDevice add(String busId, ReplayChannel channel) {
        Device device = new Device(kernel, busId, null, null, released -> { });
        CcwDevice cdev = new CcwDevice(kernel, device, channel, driver);
        cdev.setTiming(timing);
        cdev.setObserver(qdioEvents);
        ReplayDevice added = new ReplayDevice(devices.size(), cdev, channel);
        devices.add(added);
        return added;
    }

    public VirtualKernel kernel() {
        return kernel;
    }

    public ZfcpModule module() {
        return module;
    }

    public ScsiMidlayerFake scsi() {
        return scsi;
    }

    public FcTransportFake fc() {
        return fc;
    }

    public EventRecorder recorder() {
        return recorder;
    }

    KernelEvents kernelEvents() {
        return kernelEvents;
    }

    MidlayerEvents midlayerEvents() {
        return midlayerEvents;
    }

    /** In the order of their indexes. */
    public List<ReplayDevice> devices() {
        return devices;
    }

    /** The device with index {@code a} of events. */
    public ReplayDevice device(int a) {
        if (a < 0 || a >= devices.size()) {
            throw new ReplayFailure("no adapter " + a);
        }
        return devices.get(a);
    }

    ReplayDevice device(CcwDevice cdev) {
        return devices.get(indexOf(cdev.busId()));
    }

    int indexOf(Adapter adapter) {
        return indexOf(adapter.busId());
    }

    int indexOf(String busId) {
        for (ReplayDevice device : devices) {
            if (device.cdev().busId().equals(busId)) {
                return device.index();
            }
        }
        throw new IllegalArgumentException("no device " + busId);
    }

    /** Leaves out the fields whose names {@code sampled} does not accept. */
    public void sampleOnly(Predicate<String> sampled) {
        fields.sampleOnly(sampled);
    }

    /** Called in the driver's context when the FC transport has a new remote port. */
    public void onRemotePort(Consumer<ScsiHost> action) {
        onRemotePort = action;
    }

    /** Called in the driver's context when the FC transport has deleted a remote port. */
    public void onRemotePortDeleted(Runnable action) {
        onRemotePortDeleted = action;
    }

    void remotePortDeleted() {
        onRemotePortDeleted.run();
    }

    void remotePortAdded(ScsiHost host) {
        onRemotePort.accept(host);
    }

    /** Called when a thread is about to block or an interrupt has ended. */
    public void onQuiesce(Runnable action) {
        onQuiesce = action;
    }

    void quiesced() {
        onQuiesce.run();
    }

    /** Called after the driver has given up a device, before the removal is over. */
    public void onRemoved(Runnable action) {
        onRemoved = action;
    }

    void removed() {
        onRemoved.run();
    }

    /** Lets the script sleep, which is no event. Process context of the script. */
    public void sleepUnseen(long millis) {
        kernelEvents.ignoreNextSleep();
        kernel.msleep(millis);
    }

    /** A command whose completion is an event; {@code name} is what events call it. */
    public ScsiCmnd command(String name, ScsiDevice sdev, byte[] cdb, int direction, ScatterList data) {
        ScsiCmnd command = new ScsiCmnd(sdev, cdb, direction, data, midlayerEvents::scsiDone);
        midlayerEvents.name(command, name);
        return command;
    }

    /** After the run. */
    @Override
    public void close() {
        kernel.close();
    }
}
