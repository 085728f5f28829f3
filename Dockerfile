# One image for all roles; ROLES says which ones a container runs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY bots bots
COPY workers workers
RUN npm run build

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Of the font one weight is used; the others would be 80 MB of the image.
RUN npm ci --omit=dev && \
  find node_modules/@expo-google-fonts -name '*.ttf' ! -name 'NotoSansSC_400Regular.ttf' -delete

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
USER node
EXPOSE 3000
# A container without the role `web` has no address to ask; its workers end the process when they cannot go on.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "if(!(process.env.ROLES??'web').includes('web'))process.exit(0);fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "--enable-source-maps", "dist/src/entry.js"]
