// Command gateway speaks MongoDB's wire protocol on a free port of the loopback and keeps the documents in a
// PostgreSQL that has the DocumentDB extension. It prints its address and runs until it is asked to stop.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/v2/ferretdb"
)

func main() {
	postgres := flag.String("postgres", "", "address of the PostgreSQL server")
	state := flag.String("state", "", "folder for the gateway's own state")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	off := false
	gateway, err := ferretdb.New(&ferretdb.Config{
		ListenAddr: "127.0.0.1:0", PostgreSQLURL: *postgres, StateDir: *state, LogOutput: os.Stderr, Telemetry: &off,
	})
	if err != nil {
		log.Fatal(err)
	}
	// The address is known only once the gateway runs; asking for it waits until then.
	go func() { fmt.Println(gateway.MongoDBURI()) }()
	gateway.Run(ctx)
}
