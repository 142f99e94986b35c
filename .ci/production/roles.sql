-- The three roles and the database, made once, when the server's folder is empty. The passwords
-- are read by psql from the secrets, so that they stand in no command line.
\set ON_ERROR_STOP on
\set owner_password `cat /run/secrets/owner_password`
\set app_password `cat /run/secrets/app_password`
\set worker_password `cat /run/secrets/worker_password`

CREATE ROLE owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE app LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE worker LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'worker_password';

CREATE DATABASE underlag OWNER owner;
REVOKE CONNECT, TEMPORARY ON DATABASE underlag FROM PUBLIC;
GRANT CONNECT ON DATABASE underlag TO app, worker;
