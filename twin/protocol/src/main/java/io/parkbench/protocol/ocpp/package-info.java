/** OCPP 1.6J (edition 2): one file per action, the shared types, and the conversation (RPC) that carries them as text. */
@NullMarked
package io.parkbench.protocol.ocpp;

import org.jspecify.annotations.NullMarked;
