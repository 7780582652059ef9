package minihost.lab;

import mockwebserver3.MockResponse;

/** Decides what one request is answered with, on the server thread of that request. */
interface Responder {
  MockResponse respond(LabRequest request, LabSocket socket) throws InterruptedException;
}
