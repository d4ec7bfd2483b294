/** Expressions with what Terraform 1.11.4 gave for them (`terraform plan` of outputs), or that it refused them. */
import { expect, test } from 'vitest'
import { isSame } from '#core/formats/same.ts'
import { evaluated, pairs } from './evaluated.ts'
import { holdsUnknown } from './functions.ts'

const declared = `variable "s" { default = "prod" }
variable "n" { default = 5 }
variable "l" { default = ["a","b","c"] }
variable "m" { default = { b = 2, a = 1 } }
variable "o" { default = { name = "x", list = [1,2], inner = { deep = null } } }
variable "lo" { default = [{ id = "1", on = true }, { id = "2", on = false }] }
variable "e" { default = [] }
variable "z" { default = null }
variable "t" { 
  type = bool
  default = "true" 
}
variable "st" {
  type = set(string)
  default = ["b","a","a"]
}
variable "opt" {
  type = object({ a = string, b = optional(number, 7), c = optional(string) })
  default = { a = "q" }
}
variable "ml" {
  type = map(object({ p = optional(string, "dflt"), q = optional(list(string), []) }))
  default = { k = {}, j = { p = "z" } }
}
variable "num" {
  type = number
  default = "12"
}
variable "ls" {
  type = list(string)
  default = [1, true, "x"]
}
variable "ms" {
  type = map(string)
  default = { a = 1, b = true }
}
locals {
  a = "l-\${var.s}"
  merged = merge(var.m, { c = 3 })
}
`

const ownValue = (expression: string) => evaluated(expression, declared)

const given = pairs(`
1 + 2 * 3 ⇒ 7
(1 + 2) * 3 ⇒ 9
10 / 4 ⇒ 2.5
7 % 3 ⇒ 1
-7 % 3 ⇒ -1
-var.n ⇒ -5
!true ⇒ false
!"true" ⇒ false
1 == 1.0 ⇒ true
"1" == 1 ⇒ false
true == "true" ⇒ false
null == null ⇒ true
"2" > 1 ⇒ true
true && "true" ⇒ true
var.n > 3 && var.n < 10 ⇒ true
var.n >= 5 ? "big" : "small" ⇒ "big"
false ? [1] : ["x"] ⇒ ["x"]
true ? null : "x" ⇒ null
true ? { a = 1 } : { b = 2 } ⇒ {"a":1}
"\${1}" ⇒ 1
"\${true}" ⇒ true
"\${var.n}" ⇒ 5
"\${null}" ⇒ null
"\${var.l}" ⇒ ["a","b","c"]
"x\${1.50}" ⇒ "x1.5"
"x\${10/4}" ⇒ "x2.5"
1e3 ⇒ 1000
"\${1e3}" ⇒ 1000
0.1 + 0.2 ⇒ 0.3
"\${0.1 + 0.2}" ⇒ 0.3
"$\${a}" ⇒ "\${a}"
"%%{a}" ⇒ "%{a}"
"a\\nb\\t\\"\\\\" ⇒ "a\\nb\\t\\"\\\\"
"\\u00e9\\U0001F600" ⇒ "é😀"
var.l[0] ⇒ "a"
var.l[1+1] ⇒ "c"
var.l["1"] ⇒ "b"
var.l.0 ⇒ "a"
var.m.a ⇒ 1
var.m["b"] ⇒ 2
var.o.inner.deep ⇒ null
var.o.list[1] ⇒ 2
var.lo[*].id ⇒ ["1","2"]
var.lo.*.id ⇒ ["1","2"]
var.lo[*]["id"] ⇒ ["1","2"]
var.lo.*.id[0] ⇒ "1"
var.s[*] ⇒ ["prod"]
var.o[*].name ⇒ ["x"]
var.e[*].id ⇒ []
[for x in var.l : upper(x)] ⇒ ["A","B","C"]
[for x in var.l : x if x != "b"] ⇒ ["a","c"]
[for i, x in var.l : "\${i}-\${x}"] ⇒ ["0-a","1-b","2-c"]
{for x in var.l : x => upper(x)} ⇒ {"a":"A","b":"B","c":"C"}
{for i, x in var.l : x => i} ⇒ {"a":0,"b":1,"c":2}
{for k, v in var.m : v => k} ⇒ {"1":"a","2":"b"}
{for x in var.lo : x.on => x.id...} ⇒ {"false":["2"],"true":["1"]}
[for k in var.m : k] ⇒ [1,2]
[for k, v in var.m : k] ⇒ ["a","b"]
[for x in var.st : x] ⇒ ["a","b"]
{for k, v in var.st : k => v} ⇒ {"a":"a","b":"b"}
[for x in {} : x] ⇒ []
toset(["b","a","b"]) ⇒ ["a","b"]
tolist(toset(["b","a","b"])) ⇒ ["a","b"]
[for x in toset(["b","a"]) : x] ⇒ ["a","b"]
join(",", toset(["b","a"])) ⇒ "a,b"
length(toset(["b","a","a"])) ⇒ 2
sort(["b","A","a"]) ⇒ ["A","a","b"]
element(["a","b"], 3) ⇒ "b"
one(["a"]) ⇒ "a"
one([]) ⇒ null
one(toset(["x"])) ⇒ "x"
lookup(var.m, "a", 0) ⇒ 1
lookup(var.m, "q", 0) ⇒ 0
try(var.o.nope, "d") ⇒ "d"
try(var.l[9], "d") ⇒ "d"
try(null.x, 1) ⇒ 1
can(var.o.nope) ⇒ false
can(var.o.name) ⇒ true
coalesce("", "a") ⇒ "a"
coalesce(null, "b") ⇒ "b"
coalescelist([], ["a"]) ⇒ ["a"]
coalescelist(var.e, var.l) ⇒ ["a","b","c"]
compact(["a","",null]) ⇒ ["a"]
concat([1],["a"]) ⇒ [1,"a"]
flatten([[1,[2]],3]) ⇒ [1,2,3]
distinct(["a","b","a"]) ⇒ ["a","b"]
contains(var.l, "a") ⇒ true
contains([1,2], "1") ⇒ false
contains(["1"], 1) ⇒ false
index(var.l, "b") ⇒ 1
keys(var.m) ⇒ ["a","b"]
values(var.m) ⇒ [1,2]
keys(var.o) ⇒ ["inner","list","name"]
merge({a=1},{a="x",b=null}) ⇒ {"a":"x","b":null}
merge() ⇒ {}
merge({}, null) ⇒ {}
zipmap(["a","b"],[1,2]) ⇒ {"a":1,"b":2}
reverse([1,2,3]) ⇒ [3,2,1]
slice(var.l, 1, 2) ⇒ ["b"]
range(3) ⇒ [0,1,2]
range(1,4) ⇒ [1,2,3]
range(1,10,3) ⇒ [1,4,7]
range(3,0) ⇒ [3,2,1]
setunion(["a"],["b","a"]) ⇒ ["a","b"]
setintersection(["a","b"],["b"]) ⇒ ["b"]
setsubtract(["a","b"],["b"]) ⇒ ["a"]
setproduct(["a","b"],[1,2]) ⇒ [["a",1],["a",2],["b",1],["b",2]]
split(",", "a,b") ⇒ ["a","b"]
split(",", "") ⇒ [""]
join("-", ["a"]) ⇒ "a"
join("-", []) ⇒ ""
join("-", ["a"],["b"]) ⇒ "a-b"
join(",", [1, true]) ⇒ "1,true"
format("%s-%d", "a", 3) ⇒ "a-3"
format("%03d", 7) ⇒ "007"
format("%q", "x") ⇒ "\\"x\\""
format("%5.2f", 3.14159) ⇒ " 3.14"
format("%s", true) ⇒ "true"
format("%d", "7") ⇒ "7"
format("%t", true) ⇒ "true"
format("%%") ⇒ "%"
formatlist("%s.example.com", ["a","b"]) ⇒ ["a.example.com","b.example.com"]
formatlist("%s-%s", ["a","b"], "x") ⇒ ["a-x","b-x"]
replace("a.b.c", ".", "-") ⇒ "a-b-c"
replace("a/b", "/", "-") ⇒ "a-b"
length("héé") ⇒ 3
length(var.m) ⇒ 2
length(var.o) ⇒ 3
lower("ABC") ⇒ "abc"
upper("abc") ⇒ "ABC"
title("hello world-x") ⇒ "Hello World-X"
trim("?!a!?", "!?") ⇒ "a"
trimspace("  a ") ⇒ "a"
trimprefix("abc","a") ⇒ "bc"
trimsuffix("abc","c") ⇒ "ab"
trimsuffix("abc","") ⇒ "abc"
substr("hello", 1, 3) ⇒ "ell"
substr("hello", -3, 2) ⇒ "ll"
substr("hello", 1, -1) ⇒ "ello"
substr("hello", 9, 1) ⇒ ""
startswith("abc","a") ⇒ true
endswith("abc","c") ⇒ true
strcontains("abc","b") ⇒ true
strrev("abc") ⇒ "cba"
chomp("a\\n\\n") ⇒ "a"
indent(2, "a\\nb") ⇒ "a\\n  b"
tostring(1) ⇒ "1"
tostring(true) ⇒ "true"
tostring(null) ⇒ null
tonumber("1.5") ⇒ 1.5
tobool("true") ⇒ true
tobool(null) ⇒ null
tomap({a=1,b="x"}) ⇒ {"a":"1","b":"x"}
tolist([1,"a"]) ⇒ ["1","a"]
toset([1,"1"]) ⇒ ["1"]
max(1,2,3) ⇒ 3
min(1,"2") ⇒ 1
max([1,2]...) ⇒ 2
abs(-3) ⇒ 3
ceil(1.2) ⇒ 2
floor(1.8) ⇒ 1
signum(-3) ⇒ -1
jsonencode({b=1,a="<x>"}) ⇒ "{\\"a\\":\\"\\\\u003cx\\\\u003e\\",\\"b\\":1}"
jsondecode("{\\"a\\":[1,null]}") ⇒ {"a":[1,null]}
urlencode("a b/c") ⇒ "a+b%2Fc"
anytrue([false,true]) ⇒ true
alltrue([true,true]) ⇒ true
alltrue([]) ⇒ true
alltrue(["true"]) ⇒ true
sum([1,2]) ⇒ 3
chunklist(["a","b","c"],2) ⇒ [["a","b"],["c"]]
nonsensitive("a") ⇒ "a"
sensitive("a") ⇒ "a"
var.st ⇒ ["a","b"]
var.opt.b ⇒ 7
var.opt.c ⇒ null
var.opt ⇒ {"a":"q","b":7,"c":null}
var.ml["k"].p ⇒ "dflt"
var.ml.k.q ⇒ []
var.ml ⇒ {"j":{"p":"z","q":[]},"k":{"p":"dflt","q":[]}}
var.num + 1 ⇒ 13
var.num ⇒ 12
var.ls ⇒ ["1","true","x"]
var.ls[0] ⇒ "1"
var.ms ⇒ {"a":"1","b":"true"}
var.ms.b ⇒ "true"
var.t ⇒ true
var.t ? 1 : 2 ⇒ 1
local.a ⇒ "l-prod"
local.merged ⇒ {"a":1,"b":2,"c":3}
local.merged.c ⇒ 3
{ "a-b" = 1, (var.s) = 2, c : 3 } ⇒ {"a-b":1,"c":3,"prod":2}
{ "\${var.s}-x" = 1 } ⇒ {"prod-x":1}
[1, 2, ] ⇒ [1,2]
{ a = 1, b = 2, } ⇒ {"a":1,"b":2}
var.lo[length(var.lo) - 1].id ⇒ "2"
[for o in var.lo : o.id if o.on][0] ⇒ "1"
{ for o in var.lo : o.id => o }["1"].on ⇒ true
length([for o in var.lo : o if o.on]) > 0 ? "some" : "none" ⇒ "some"
merge([for o in var.lo : { (o.id) = o.on }]...) ⇒ {"1":true,"2":false}
merge(var.lo...) ⇒ {"id":"2","on":false}
concat([for x in [[1],[2]] : x]...) ⇒ [1,2]
dirname("a/b/c.txt") ⇒ "a/b"
basename("a/b/c.txt") ⇒ "c.txt"
startswith(var.s, "p") ? "\${var.s}!" : null ⇒ "prod!"
var.n == 5 && var.s == "prod" || false ⇒ true
!(var.n == 5) ⇒ false
-(1) ⇒ -1
- 1 ⇒ -1
1 - -1 ⇒ 2
"a" == "a" ? "b" == "c" ? 1 : 2 : 3 ⇒ 2
true ? false ? 1 : 2 : 3 ⇒ 2
var . s ⇒ "prod"
var.l [0] ⇒ "a"
"a \${~ var.s ~} b" ⇒ "aprodb"
"a \${ var.s ~} b" ⇒ "a prodb"
"a \\n \${~ var.s ~} \\n b" ⇒ "aprodb"
"\${var.s ~}  \${~ var.s}" ⇒ "prodprod"
var . s ⇒ "prod"
var.l [0] ⇒ "a"
`)

test('an expression gives what Terraform makes of it', () => {
  const others = given.filter(([expression, value]) => !isSame(ownValue(expression), value))
  expect(others).toEqual([])
})

const refused = `
"a" < "b"
"a\${null}b"
var.l[3]
var.m["q"]
var.lo[*].id[0]
{for x in ["a","a"] : x => 1}
[for x in "abc" : x]
[for x in null : x]
element(["a","b"], -1)
lookup(var.m, "q")
coalesce("", "")
reverse("abc")
slice(var.l, 1, 9)
format("%d", 1.5)
format("%s")
tostring([1])
tonumber("x")
tonumber(true)
tobool(1)
tolist("a")
max(var.l...)
templatestring("x", {})
`
  .trim()
  .split('\n')

test('what Terraform refuses has no value', () => {
  expect(refused.filter((expression) => !holdsUnknown(ownValue(expression)))).toEqual([])
})

test('what is counted or cut in a way that is not known here is left open', () => {
  for (const expression of [`"\${12345678901234567890}"`, 'provider::aws::arn_parse("x").account'])
    expect(ownValue(expression)).toHaveProperty('unknown')
  const flush = `<<-EOT\n  a\n    \${~ var.s}\n  EOT\n`
  expect(ownValue(flush)).toHaveProperty('unknown')
})
