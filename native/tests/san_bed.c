// SPDX-License-Identifier: GPL-2.0-only
#include "san_bed.h"

uint32_t bed_status(const struct driver *d, const struct zl_fsf_qtcb *q)
{
    uint32_t prot = PROT(d, q);

    return prot == FSF_PROT_GOOD || prot == FSF_PROT_FSF_STATUS_PRESENTED ? FSF(d, q) : PROT_BAD + prot;
}

void bed_open(struct driver *d)
{
    struct fcp_port a = {.wwpn = WWPN_A, .wwnn = WWNN, .d_id = D_ID_A, .connection_info = 3};
    struct fcp_port b = {.wwpn = WWPN_B, .wwnn = WWNN, .d_id = D_ID_B};
    struct fcp_lun lun = {.fcp_lun = LUN_0, .blocks = BLOCKS, .block_size = 512};

    if (!d->ch)
        driver_open(d, NULL);
    CHECK_EQ(0, fcp_port_add(d->ch, &a, 0));
    CHECK_EQ(FCP_EEXIST, fcp_port_add(d->ch, &a, 0));
    CHECK_EQ(0, fcp_port_add(d->ch, &b, 0));
    CHECK_EQ(0, fcp_lun_add(d->ch, WWPN_A, &lun));
    lun.fcp_lun = LUN_1;
    lun.flags = FCP_LUN_DIF;
    CHECK_EQ(0, fcp_lun_add(d->ch, WWPN_A, &lun));
    CHECK(driver_up(d));
    CHECK(driver_do(d, driver_qtcb(d, FSF_QTCB_EXCHANGE_CONFIG_DATA, FSF_CONFIG_COMMAND), SBAL_SFLAGS0_TYPE_READ, NULL,
                    0, 0));
}

static uint32_t support(struct driver *d, struct zl_fsf_qtcb *q)
{
    CHECK(driver_do(d, q, SBAL_SFLAGS0_TYPE_READ, NULL, 0, 0));
    return bed_status(d, q);
}

uint32_t bed_open_port(struct driver *d, uint32_t d_id, uint32_t *handle)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_OPEN_PORT_WITH_DID, FSF_SUPPORT_COMMAND);
    uint32_t status;

    HW_PUT(d->little, q->bottom.support.d_id, d_id);
    status = support(d, q);
    *handle = (uint32_t)HW_GET(d->little, q->header.port_handle);
    return status;
}

uint32_t bed_close_port(struct driver *d, uint32_t command, uint32_t handle)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, command, FSF_SUPPORT_COMMAND);

    HW_PUT(d->little, q->header.port_handle, handle);
    return support(d, q);
}

uint32_t bed_open_lun(struct driver *d, uint32_t port, uint64_t lun, uint32_t *handle)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_OPEN_LUN, FSF_SUPPORT_COMMAND);
    uint32_t status;

    HW_PUT(d->little, q->header.port_handle, port);
    HW_PUT(d->little, q->bottom.support.fcp_lun, lun);
    status = support(d, q);
    *handle = (uint32_t)HW_GET(d->little, q->header.lun_handle);
    return status;
}

uint32_t bed_close_lun(struct driver *d, uint32_t port, uint32_t lun)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_CLOSE_LUN, FSF_SUPPORT_COMMAND);

    HW_PUT(d->little, q->header.port_handle, port);
    HW_PUT(d->little, q->header.lun_handle, lun);
    return support(d, q);
}

static uint32_t ct_els(struct driver *d, struct zl_fsf_qtcb *q, const void *request, uint32_t length, struct area *rsp,
                       uint32_t areas)
{
    struct area all[9] = {{driver_alloc(d, length, 16), length}};
    uint32_t room = 0;

    memcpy(all[0].at, request, length);
    for (uint32_t i = 0; i < areas; i++) {
        all[i + 1] = rsp[i];
        room += rsp[i].length;
    }
    HW_PUT(d->little, q->bottom.support.req_buf_length, length);
    HW_PUT(d->little, q->bottom.support.resp_buf_length, room);
    CHECK(driver_do(d, q, SBAL_SFLAGS0_TYPE_WRITE_READ, all, areas + 1, 1));
    return bed_status(d, q);
}

uint32_t bed_ct(struct driver *d, uint32_t handle, const void *request, uint32_t length, struct area *rsp,
                uint32_t areas)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_SEND_GENERIC, FSF_SUPPORT_COMMAND);

    HW_PUT(d->little, q->header.port_handle, handle);
    return ct_els(d, q, request, length, rsp, areas);
}

uint32_t bed_els(struct driver *d, uint32_t d_id, const void *request, uint32_t length, struct area *rsp)
{
    struct zl_fsf_qtcb *q = driver_qtcb(d, FSF_QTCB_SEND_ELS, FSF_SUPPORT_COMMAND);

    HW_PUT(d->little, q->bottom.support.d_id, d_id);
    return ct_els(d, q, request, length, rsp, 1);
}

void bed_io_setup(struct driver *d, struct io *io)
{
    struct zl_fsf_qtcb *q = io->q = driver_qtcb(d, FSF_QTCB_FCP_CMND, FSF_IO_COMMAND);
    uint8_t *iu = q->bottom.io.fcp_cmnd.byte->b;
    bool out = io->direction == FSF_DATADIR_WRITE || io->direction == FSF_DATADIR_DIF_WRITE_INSERT ||
               io->direction == FSF_DATADIR_DIF_WRITE_CONVERT;

    HW_PUT(d->little, q->header.port_handle, io->port);
    HW_PUT(d->little, q->header.lun_handle, io->lun);
    HW_PUT(d->little, q->bottom.io.data_direction, io->direction);
    HW_PUT(d->little, q->bottom.io.service_class, FSF_CLASS_3);
    HW_PUT(d->little, q->bottom.io.fcp_cmnd_length, 32);
    HW_PUT(d->little, q->bottom.io.data_block_length, io->block);
    HW_PUT(d->little, q->bottom.io.prot_data_length, io->prot_length);
    put_be64(iu, io->fcp_lun);
    iu[10] = io->tm_flags;
    iu[11] = io->direction == FSF_DATADIR_CMND ? 0 : out ? 1 : 2;
    memcpy(iu + 12, io->cdb, 16);
    put_be32(iu + 28, io->dl);
}

uint32_t bed_io(struct driver *d, struct io *io)
{
    bool read = io->direction == FSF_DATADIR_READ || io->direction == FSF_DATADIR_DIF_READ_STRIP ||
                io->direction == FSF_DATADIR_DIF_READ_CONVERT;
    bool write = io->direction != FSF_DATADIR_CMND && !read;

    bed_io_setup(d, io);
    CHECK(driver_do(d, io->q, write || io->tm_flags ? SBAL_SFLAGS0_TYPE_WRITE : SBAL_SFLAGS0_TYPE_READ, io->data,
                    io->areas, io->prot_areas));
    return bed_status(d, io->q);
}

uint8_t bed_scsi_status(const struct io *io)
{
    return io->q->bottom.io.fcp_rsp.byte[11].b[0];
}

uint8_t bed_rsp_flags(const struct io *io)
{
    return io->q->bottom.io.fcp_rsp.byte[10].b[0];
}

uint32_t bed_residual(const struct io *io)
{
    return be32(&io->q->bottom.io.fcp_rsp.byte[12]);
}

uint32_t bed_sense(const struct io *io)
{
    const uint8_t *sense = io->q->bottom.io.fcp_rsp.byte[24].b;

    return (uint32_t)sense[2] << 16 | (uint32_t)sense[12] << 8 | sense[13];
}
