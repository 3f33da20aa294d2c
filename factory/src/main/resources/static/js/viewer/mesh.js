// Reads meshes and thickness maps as the server writes them, and turns them into buffers to draw.
const MESH = 0x314d574d;
const MAP = 0x3154574d;
const CREASE = Math.cos((32 * Math.PI) / 180);

/** Positions, corner numbers and how many triangles the whole mesh has. */
export function readMesh(buffer) {
  const head = new DataView(buffer);
  if (head.getUint32(0, true) !== MESH) {
    throw new Error("not a mesh");
  }
  const vertices = head.getUint32(4, true);
  const triangles = head.getUint32(8, true);
  const start = 16 + vertices * 12;
  return {
    positions: new Float32Array(buffer, 16, vertices * 3),
    corners: vertices <= 0xffff ? new Uint16Array(buffer, start, triangles * 3) : new Uint32Array(buffer, start, triangles * 3),
    triangles,
    wholeTriangles: head.getUint32(12, true),
  };
}

function faceNormals({ positions, corners, triangles }) {
  const normals = new Float32Array(triangles * 3);
  for (let t = 0; t < triangles; t++) {
    const a = corners[3 * t] * 3, b = corners[3 * t + 1] * 3, c = corners[3 * t + 2] * 3;
    const ux = positions[b] - positions[a], uy = positions[b + 1] - positions[a + 1], uz = positions[b + 2] - positions[a + 2];
    const vx = positions[c] - positions[a], vy = positions[c + 1] - positions[a + 1], vz = positions[c + 2] - positions[a + 2];
    normals[3 * t] = uy * vz - uz * vy;
    normals[3 * t + 1] = uz * vx - ux * vz;
    normals[3 * t + 2] = ux * vy - uy * vx;
  }
  return normals;
}

/** Which triangles meet in each vertex, as ranges of one list. */
function trianglesOfVertices(corners, vertices) {
  const starts = new Uint32Array(vertices + 1);
  for (const corner of corners) {
    starts[corner + 1]++;
  }
  for (let i = 0; i < vertices; i++) {
    starts[i + 1] += starts[i];
  }
  const filled = starts.slice(0, vertices);
  const list = new Uint32Array(corners.length);
  for (let i = 0; i < corners.length; i++) {
    list[filled[corners[i]]++] = (i / 3) | 0;
  }
  return { starts, list };
}

/**
 * Positions and normals of every corner of every triangle: round where faces meet at flat angles, sharp where not; and
 * the sharp edges as lines.
 */
export function drawable(mesh, withEdges) {
  const { positions, corners, triangles } = mesh;
  const faces = faceNormals(mesh);
  const lengths = new Float32Array(triangles);
  for (let t = 0; t < triangles; t++) {
    lengths[t] = Math.hypot(faces[3 * t], faces[3 * t + 1], faces[3 * t + 2]) || 1;
  }
  const { starts, list } = trianglesOfVertices(corners, positions.length / 3);
  const xyz = new Float32Array(triangles * 9);
  const normals = new Float32Array(triangles * 9);
  for (let i = 0; i < corners.length; i++) {
    const own = (i / 3) | 0;
    const vertex = corners[i];
    let x = 0, y = 0, z = 0;
    for (let k = starts[vertex]; k < starts[vertex + 1]; k++) {
      const other = list[k];
      const cosine = (faces[3 * own] * faces[3 * other] + faces[3 * own + 1] * faces[3 * other + 1]
        + faces[3 * own + 2] * faces[3 * other + 2]) / (lengths[own] * lengths[other]);
      if (cosine > CREASE || other === own) {
        x += faces[3 * other];
        y += faces[3 * other + 1];
        z += faces[3 * other + 2];
      }
    }
    const length = Math.hypot(x, y, z) || 1;
    normals.set([x / length, y / length, z / length], 3 * i);
    xyz.set([positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]], 3 * i);
  }
  return { xyz, normals, edges: withEdges ? sharpEdges(mesh, faces, lengths) : undefined };
}

function sharpEdges({ positions, corners, triangles }, faces, lengths) {
  const vertices = positions.length / 3;
  const seen = new Map();
  const lines = [];
  for (let t = 0; t < triangles; t++) {
    for (let e = 0; e < 3; e++) {
      const a = corners[3 * t + e], b = corners[3 * t + (e + 1) % 3];
      const key = a < b ? a * vertices + b : b * vertices + a;
      const other = seen.get(key);
      if (other === undefined) {
        seen.set(key, t);
        continue;
      }
      const cosine = (faces[3 * t] * faces[3 * other] + faces[3 * t + 1] * faces[3 * other + 1]
        + faces[3 * t + 2] * faces[3 * other + 2]) / (lengths[t] * lengths[other]);
      if (cosine <= CREASE) {
        for (const vertex of [a, b]) {
          lines.push(positions[3 * vertex], positions[3 * vertex + 1], positions[3 * vertex + 2]);
        }
      }
      seen.delete(key);
    }
  }
  return new Float32Array(lines);
}

/** Reads a thickness map while it arrives; tells the share that is there. Resolves with parts per triangle and values. */
export async function fetchThickness(url, signal, progress) {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  let wanted;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    if (length + value.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + value.length));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
    if (wanted === undefined && length >= 12) {
      const head = new DataView(bytes.buffer);
      wanted = 12 + Math.ceil(head.getUint32(4, true) / 4) * 4 + head.getUint32(8, true) * 4;
    }
    progress(wanted ? length / wanted : 0);
  }
  const head = new DataView(bytes.buffer);
  if (length !== wanted || head.getUint32(0, true) !== MAP) {
    throw new Error("incomplete");
  }
  const triangles = head.getUint32(4, true);
  const start = 12 + Math.ceil(triangles / 4) * 4;
  return { parts: bytes.subarray(12, 12 + triangles), values: new Float32Array(bytes.buffer.slice(start, length)) };
}

/** Triangles divided as they were measured; one value for each of the three corners. */
export function divided({ positions, corners, triangles }, { parts, values }) {
  const xyz = new Float32Array(values.length * 9);
  let at = 0;
  const put = (a, b, c, u, v) => {
    const w = 1 - u - v;
    for (let axis = 0; axis < 3; axis++) {
      xyz[at++] = w * positions[a + axis] + u * positions[b + axis] + v * positions[c + axis];
    }
  };
  for (let t = 0; t < triangles; t++) {
    const a = corners[3 * t] * 3, b = corners[3 * t + 1] * 3, c = corners[3 * t + 2] * 3;
    const n = parts[t];
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < 2 * (n - row) - 1; column++) {
        const i = column >> 1;
        const corner = column % 2 === 0
          ? [[i, row], [i + 1, row], [i, row + 1]]
          : [[i + 1, row], [i + 1, row + 1], [i, row + 1]];
        for (const [u, v] of corner) {
          put(a, b, c, u / n, v / n);
        }
      }
    }
  }
  return xyz;
}
