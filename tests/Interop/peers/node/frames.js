// gRPC's frame around a message.
"use strict";

exports.frame = (message, flag = 0) => {
  const header = Buffer.alloc(5);
  header.writeUInt8(flag, 0);
  header.writeUInt32BE(message.length, 1);
  return Buffer.concat([header, message]);
};
