"""Where meters keep what, as their documents have it (addresses on the wire): written apart from the code under test."""

from pymodbus.client.mixin import ModbusClientMixin

TYPES = ModbusClientMixin.DATATYPE
FLOAT, LONG, INT, UINT = TYPES.FLOAT32, TYPES.INT64, TYPES.INT32, TYPES.UINT32
WORD, SHORT = TYPES.UINT16, TYPES.INT16


def compact(per_watt):
    return {
        "current_l1": (2999, FLOAT, 1),
        "current_l2": (3001, FLOAT, 1),
        "current_l3": (3003, FLOAT, 1),
        "power_total": (3059, FLOAT, per_watt),
        "energy_total": (3203, LONG, 1),
    }


# name: (function, order of words, {quantity: (address, type, A, W or Wh for one)})
MAPS = {
    "PM5320": (3, "big", compact(1000)),
    "iEM3x5x": (3, "big", compact(1000)),
    "PowerTag": (3, "big", compact(1)),
    "PM5320, words swapped": (3, "little", compact(1000)),
    "NSX": (3, "big", {
        "current_l1": (1015, WORD, 1),
        "current_l2": (1016, WORD, 1),
        "current_l3": (1017, WORD, 1),
        "power_total": (1036, SHORT, 100),
        "energy_total": (1999, INT, 1000),
    }),
    "NSX-legacy": (3, "big", {
        "current_l1": (12015, WORD, 1),
        "current_l2": (12016, WORD, 1),
        "current_l3": (12017, WORD, 1),
        "power_total": (12040, SHORT, 100),
        "energy_total": (12049, UINT, 1000),
    }),
    "MTZ": (3, "big", {
        "current_l1": (32027, FLOAT, 1),
        "current_l2": (32029, FLOAT, 1),
        "current_l3": (32031, FLOAT, 1),
        "power_total": (32077, FLOAT, 1),
        "energy_total": (32095, LONG, 1),
    }),
    # acme.json: input registers, low word first, addresses as printed
    "Acme 300": (4, "little", {
        "current_l1": (100, FLOAT, 1),
        "current_l2": (102, FLOAT, 1),
        "current_l3": (104, WORD, 0.1),
        "power_l1": (200, INT, 1),
        "power_l2": (202, INT, 1),
        "power_l3": (204, INT, 1),
        "power_total": (206, INT, 1),
        "energy_total": (300, LONG, 1000),
    }),
}
