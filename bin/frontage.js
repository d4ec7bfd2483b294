#!/usr/bin/env node
/** The command by the name that it has in a checkout; an install starts frontage.cjs itself. */
import './frontage.cjs'
