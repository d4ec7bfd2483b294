# The command in an image: docker build -t frontage . && docker run --rm -v "$PWD:/work:ro" frontage check cdn.yaml
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN npm install --no-save --no-audit --no-fund && npm run build && npm prune --omit=dev --no-save

FROM node:22-slim
WORKDIR /opt/frontage
COPY --from=build /src/package.json ./
COPY --from=build /src/bin bin
COPY --from=build /src/dist dist
COPY --from=build /src/node_modules node_modules
RUN node bin/warm.js
USER node
WORKDIR /work
ENTRYPOINT ["node", "/opt/frontage/bin/frontage.cjs"]
